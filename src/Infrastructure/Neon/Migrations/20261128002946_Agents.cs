using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace QuestCms.Infrastructure.Neon.Migrations
{
    /// <inheritdoc />
    public partial class Agents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<Guid>(
                name: "requested_by",
                schema: "ai",
                table: "generations",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<Guid>(
                name: "agent",
                schema: "ai",
                table: "generations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "created_by",
                schema: "content",
                table: "articles",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AlterColumn<Guid>(
                name: "changed_by",
                schema: "content",
                table: "articles",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<string>(
                name: "agent",
                schema: "content",
                table: "articles",
                type: "jsonb",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "keys",
                schema: "sites",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    site = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    scopes = table.Column<string[]>(type: "text[]", nullable: false),
                    prefix = table.Column<string>(type: "text", nullable: false),
                    hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    made_by = table.Column<Guid>(type: "uuid", nullable: true),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revoked_by = table.Column<Guid>(type: "uuid", nullable: true),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_keys", x => x.id);
                    table.ForeignKey(
                        name: "fk_keys_people_made_by",
                        column: x => x.made_by,
                        principalSchema: "identity",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_keys_people_revoked_by",
                        column: x => x.revoked_by,
                        principalSchema: "identity",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_keys_sites_site",
                        column: x => x.site,
                        principalSchema: "sites",
                        principalTable: "sites",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "agent_notes",
                schema: "ai",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    site = table.Column<Guid>(type: "uuid", nullable: false),
                    article = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    address = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    text = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    agent = table.Column<Guid>(type: "uuid", nullable: false),
                    agent_name = table.Column<string>(type: "character varying(90)", maxLength: 90, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    settled_by = table.Column<Guid>(type: "uuid", nullable: true),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agent_notes", x => x.id);
                    table.ForeignKey(
                        name: "fk_agent_notes_articles_article",
                        column: x => x.article,
                        principalSchema: "content",
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_agent_notes_people_settled_by",
                        column: x => x.settled_by,
                        principalSchema: "identity",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_agent_notes_site_keys_agent",
                        column: x => x.agent,
                        principalSchema: "sites",
                        principalTable: "keys",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_agent_notes_sites_site",
                        column: x => x.site,
                        principalSchema: "sites",
                        principalTable: "sites",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_generations_agent",
                schema: "ai",
                table: "generations",
                column: "agent");

            migrationBuilder.CreateIndex(
                name: "ix_generations_of_agents",
                schema: "ai",
                table: "generations",
                columns: new[] { "site", "article", "requested_at" },
                filter: "agent is not null and proposal = 'Open'");

            migrationBuilder.AddCheckConstraint(
                name: "ck_generations_asked_or_agents",
                schema: "ai",
                table: "generations",
                sql: "(requested_by is null) = (agent is not null)");

            migrationBuilder.CreateIndex(
                name: "ix_agent_notes_agent",
                schema: "ai",
                table: "agent_notes",
                column: "agent");

            migrationBuilder.CreateIndex(
                name: "ix_agent_notes_article_kind_at",
                schema: "ai",
                table: "agent_notes",
                columns: new[] { "article", "kind", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_agent_notes_settled_by",
                schema: "ai",
                table: "agent_notes",
                column: "settled_by");

            migrationBuilder.CreateIndex(
                name: "ix_agent_notes_site",
                schema: "ai",
                table: "agent_notes",
                column: "site");

            migrationBuilder.CreateIndex(
                name: "ix_agent_notes_wishes",
                schema: "ai",
                table: "agent_notes",
                columns: new[] { "site", "at" },
                filter: "settled_at is null and kind = 'ReviewWish'");

            migrationBuilder.CreateIndex(
                name: "ix_keys_made_by",
                schema: "sites",
                table: "keys",
                column: "made_by");

            migrationBuilder.CreateIndex(
                name: "ix_keys_prefix",
                schema: "sites",
                table: "keys",
                column: "prefix",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_keys_revoked_by",
                schema: "sites",
                table: "keys",
                column: "revoked_by");

            migrationBuilder.CreateIndex(
                name: "ix_keys_site_made_at",
                schema: "sites",
                table: "keys",
                columns: new[] { "site", "made_at" });

            migrationBuilder.AddForeignKey(
                name: "fk_generations_site_keys_agent",
                schema: "ai",
                table: "generations",
                column: "agent",
                principalSchema: "sites",
                principalTable: "keys",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_generations_site_keys_agent",
                schema: "ai",
                table: "generations");

            migrationBuilder.DropTable(
                name: "agent_notes",
                schema: "ai");

            migrationBuilder.DropTable(
                name: "keys",
                schema: "sites");

            migrationBuilder.DropIndex(
                name: "ix_generations_agent",
                schema: "ai",
                table: "generations");

            migrationBuilder.DropIndex(
                name: "ix_generations_of_agents",
                schema: "ai",
                table: "generations");

            migrationBuilder.DropCheckConstraint(
                name: "ck_generations_asked_or_agents",
                schema: "ai",
                table: "generations");

            migrationBuilder.DropColumn(
                name: "agent",
                schema: "ai",
                table: "generations");

            migrationBuilder.DropColumn(
                name: "agent",
                schema: "content",
                table: "articles");

            migrationBuilder.AlterColumn<Guid>(
                name: "requested_by",
                schema: "ai",
                table: "generations",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "created_by",
                schema: "content",
                table: "articles",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "changed_by",
                schema: "content",
                table: "articles",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);
        }
    }
}
