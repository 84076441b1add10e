using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace QuestCms.Infrastructure.Neon.Migrations
{
    /// <inheritdoc />
    public partial class AiControl : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_generations_site",
                schema: "ai",
                table: "generations");

            migrationBuilder.AddColumn<Guid>(
                name: "copied_from",
                schema: "ai",
                table: "generations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "fingerprint",
                schema: "ai",
                table: "generations",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<decimal>(
                name: "reserved",
                schema: "ai",
                table: "generations",
                type: "numeric(12,6)",
                precision: 12,
                scale: 6,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "revision",
                schema: "ai",
                table: "generations",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "allowances",
                schema: "ai",
                columns: table => new
                {
                    site = table.Column<Guid>(type: "uuid", nullable: false),
                    per_month = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: true),
                    per_person_and_month = table.Column<decimal>(type: "numeric(12,2)", precision: 12, scale: 2, nullable: true),
                    at_once = table.Column<int>(type: "integer", nullable: false),
                    at_once_per_person = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_allowances", x => x.site);
                    table.ForeignKey(
                        name: "fk_allowances_sites_site",
                        column: x => x.site,
                        principalSchema: "sites",
                        principalTable: "sites",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "assessments",
                schema: "ai",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    site = table.Column<Guid>(type: "uuid", nullable: false),
                    article = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    model = table.Column<string>(type: "text", nullable: false),
                    prompt = table.Column<string>(type: "text", nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    findings = table.Column<string>(type: "jsonb", nullable: false),
                    quotes_lost = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessments", x => x.id);
                    table.ForeignKey(
                        name: "fk_assessments_articles_article",
                        column: x => x.article,
                        principalSchema: "content",
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "house_styles",
                schema: "sites",
                columns: table => new
                {
                    site = table.Column<Guid>(type: "uuid", nullable: false),
                    voice = table.Column<string>(type: "text", nullable: false),
                    use = table.Column<string>(type: "text", nullable: false),
                    avoid = table.Column<string>(type: "text", nullable: false),
                    example = table.Column<string>(type: "text", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_house_styles", x => x.site);
                    table.ForeignKey(
                        name: "fk_house_styles_sites_site",
                        column: x => x.site,
                        principalSchema: "sites",
                        principalTable: "sites",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "rubrics",
                schema: "ai",
                columns: table => new
                {
                    site = table.Column<Guid>(type: "uuid", nullable: false),
                    criteria = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rubrics", x => x.site);
                    table.ForeignKey(
                        name: "fk_rubrics_sites_site",
                        column: x => x.site,
                        principalSchema: "sites",
                        principalTable: "sites",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "switch",
                schema: "ai",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    is_off = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_switch", x => x.id);
                    table.ForeignKey(
                        name: "fk_switch_people_by",
                        column: x => x.by,
                        principalSchema: "identity",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_generations_article_fingerprint",
                schema: "ai",
                table: "generations",
                columns: new[] { "article", "fingerprint" });

            migrationBuilder.CreateIndex(
                name: "ix_generations_site_requested_at",
                schema: "ai",
                table: "generations",
                columns: new[] { "site", "requested_at" })
                .Annotation("Npgsql:IndexInclude", new[] { "requested_by", "kind", "model", "state", "proposal", "ended_at", "input_tokens", "output_tokens", "cost", "reserved" });

            migrationBuilder.CreateIndex(
                name: "ix_assessments_article_revision_made_at",
                schema: "ai",
                table: "assessments",
                columns: new[] { "article", "revision", "made_at" });

            migrationBuilder.CreateIndex(
                name: "ix_switch_by",
                schema: "ai",
                table: "switch",
                column: "by");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "allowances",
                schema: "ai");

            migrationBuilder.DropTable(
                name: "assessments",
                schema: "ai");

            migrationBuilder.DropTable(
                name: "house_styles",
                schema: "sites");

            migrationBuilder.DropTable(
                name: "rubrics",
                schema: "ai");

            migrationBuilder.DropTable(
                name: "switch",
                schema: "ai");

            migrationBuilder.DropIndex(
                name: "ix_generations_article_fingerprint",
                schema: "ai",
                table: "generations");

            migrationBuilder.DropIndex(
                name: "ix_generations_site_requested_at",
                schema: "ai",
                table: "generations");

            migrationBuilder.DropColumn(
                name: "copied_from",
                schema: "ai",
                table: "generations");

            migrationBuilder.DropColumn(
                name: "fingerprint",
                schema: "ai",
                table: "generations");

            migrationBuilder.DropColumn(
                name: "reserved",
                schema: "ai",
                table: "generations");

            migrationBuilder.DropColumn(
                name: "revision",
                schema: "ai",
                table: "generations");

            migrationBuilder.CreateIndex(
                name: "ix_generations_site",
                schema: "ai",
                table: "generations",
                column: "site");
        }
    }
}
