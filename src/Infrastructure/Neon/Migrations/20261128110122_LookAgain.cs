using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace QuestCms.Infrastructure.Neon.Migrations
{
    /// <inheritdoc />
    public partial class LookAgain : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_generations_prompt_requested_at",
                schema: "ai",
                table: "generations");

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "first_word_at",
                schema: "ai",
                table: "generations",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "handed_at",
                schema: "ai",
                table: "agent_notes",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "handed_by",
                schema: "ai",
                table: "agent_notes",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "looks_again",
                schema: "ai",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    site = table.Column<Guid>(type: "uuid", nullable: false),
                    article = table.Column<Guid>(type: "uuid", nullable: false),
                    came_from = table.Column<string>(type: "character varying(240)", maxLength: 240, nullable: false),
                    why = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    asked_by = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    looked_by = table.Column<Guid>(type: "uuid", nullable: true),
                    looked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    found = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_looks_again", x => x.id);
                    table.ForeignKey(
                        name: "fk_looks_again_articles_article",
                        column: x => x.article,
                        principalSchema: "content",
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_looks_again_people_asked_by",
                        column: x => x.asked_by,
                        principalSchema: "identity",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_looks_again_people_looked_by",
                        column: x => x.looked_by,
                        principalSchema: "identity",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_looks_again_sites_site",
                        column: x => x.site,
                        principalSchema: "sites",
                        principalTable: "sites",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_generations_prompt_requested_at",
                schema: "ai",
                table: "generations",
                columns: new[] { "prompt", "requested_at" })
                .Annotation("Npgsql:IndexInclude", new[] { "state", "proposal", "first_word_at", "ended_at", "input_tokens", "output_tokens", "cost", "copied_from" });

            migrationBuilder.CreateIndex(
                name: "ix_agent_notes_handed_by",
                schema: "ai",
                table: "agent_notes",
                column: "handed_by");

            migrationBuilder.CreateIndex(
                name: "ix_looks_again_article_asked_at",
                schema: "ai",
                table: "looks_again",
                columns: new[] { "article", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_looks_again_asked_by",
                schema: "ai",
                table: "looks_again",
                column: "asked_by");

            migrationBuilder.CreateIndex(
                name: "ix_looks_again_looked_by",
                schema: "ai",
                table: "looks_again",
                column: "looked_by");

            migrationBuilder.CreateIndex(
                name: "ix_looks_again_open",
                schema: "ai",
                table: "looks_again",
                columns: new[] { "site", "asked_at" },
                filter: "looked_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_looks_again_site",
                schema: "ai",
                table: "looks_again",
                column: "site");

            migrationBuilder.AddForeignKey(
                name: "fk_agent_notes_people_handed_by",
                schema: "ai",
                table: "agent_notes",
                column: "handed_by",
                principalSchema: "identity",
                principalTable: "people",
                principalColumn: "id",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_agent_notes_people_handed_by",
                schema: "ai",
                table: "agent_notes");

            migrationBuilder.DropTable(
                name: "looks_again",
                schema: "ai");

            migrationBuilder.DropIndex(
                name: "ix_generations_prompt_requested_at",
                schema: "ai",
                table: "generations");

            migrationBuilder.DropIndex(
                name: "ix_agent_notes_handed_by",
                schema: "ai",
                table: "agent_notes");

            migrationBuilder.DropColumn(
                name: "first_word_at",
                schema: "ai",
                table: "generations");

            migrationBuilder.DropColumn(
                name: "handed_at",
                schema: "ai",
                table: "agent_notes");

            migrationBuilder.DropColumn(
                name: "handed_by",
                schema: "ai",
                table: "agent_notes");

            migrationBuilder.CreateIndex(
                name: "ix_generations_prompt_requested_at",
                schema: "ai",
                table: "generations",
                columns: new[] { "prompt", "requested_at" })
                .Annotation("Npgsql:IndexInclude", new[] { "state", "proposal", "ended_at", "input_tokens", "output_tokens", "cost", "copied_from" });
        }
    }
}
