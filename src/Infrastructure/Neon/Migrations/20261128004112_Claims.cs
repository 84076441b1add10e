using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace QuestCms.Infrastructure.Neon.Migrations
{
    /// <inheritdoc />
    public partial class Claims : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "claim_terms",
                schema: "review",
                columns: table => new
                {
                    site = table.Column<Guid>(type: "uuid", nullable: false),
                    demands_none_open = table.Column<bool>(type: "boolean", nullable: false),
                    months = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_claim_terms", x => x.site);
                    table.ForeignKey(
                        name: "fk_claim_terms_sites_site",
                        column: x => x.site,
                        principalSchema: "sites",
                        principalTable: "sites",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "claims",
                schema: "review",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    site = table.Column<Guid>(type: "uuid", nullable: false),
                    article = table.Column<Guid>(type: "uuid", nullable: false),
                    sentence = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    kinds = table.Column<string[]>(type: "text[]", nullable: false),
                    found_by_rules = table.Column<bool>(type: "boolean", nullable: false),
                    found_in = table.Column<Guid>(type: "uuid", nullable: true),
                    found_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    revisions = table.Column<int[]>(type: "integer[]", nullable: false),
                    predecessor = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    source_by = table.Column<Guid>(type: "uuid", nullable: true),
                    checked_by = table.Column<Guid>(type: "uuid", nullable: true),
                    checked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    holds_until = table.Column<DateOnly>(type: "date", nullable: true),
                    why = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_claims_articles_article",
                        column: x => x.article,
                        principalSchema: "content",
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_claims_claims_predecessor",
                        column: x => x.predecessor,
                        principalSchema: "review",
                        principalTable: "claims",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_claims_generations_found_in",
                        column: x => x.found_in,
                        principalSchema: "ai",
                        principalTable: "generations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_claims_people_checked_by",
                        column: x => x.checked_by,
                        principalSchema: "identity",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_claims_people_source_by",
                        column: x => x.source_by,
                        principalSchema: "identity",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_claims_checked_by",
                schema: "review",
                table: "claims",
                column: "checked_by");

            migrationBuilder.CreateIndex(
                name: "ix_claims_found_in",
                schema: "review",
                table: "claims",
                column: "found_in");

            migrationBuilder.CreateIndex(
                name: "ix_claims_once",
                schema: "review",
                table: "claims",
                columns: new[] { "article", "key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_claims_predecessor",
                schema: "review",
                table: "claims",
                column: "predecessor");

            migrationBuilder.CreateIndex(
                name: "ix_claims_site_state_holds_until",
                schema: "review",
                table: "claims",
                columns: new[] { "site", "state", "holds_until" });

            migrationBuilder.CreateIndex(
                name: "ix_claims_source_by",
                schema: "review",
                table: "claims",
                column: "source_by");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "claim_terms",
                schema: "review");

            migrationBuilder.DropTable(
                name: "claims",
                schema: "review");
        }
    }
}
