using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace QuestCms.Infrastructure.Neon.Migrations
{
    /// <inheritdoc />
    public partial class SharedThings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "told",
                schema: "media",
                table: "assets",
                type: "jsonb",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "redirects",
                schema: "delivery",
                columns: table => new
                {
                    site = table.Column<Guid>(type: "uuid", nullable: false),
                    from_path = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    article = table.Column<Guid>(type: "uuid", nullable: true),
                    url = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    path = table.Column<string>(type: "text", nullable: true),
                    is_automatic = table.Column<bool>(type: "boolean", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_redirects", x => new { x.site, x.from_path });
                    table.ForeignKey(
                        name: "fk_redirects_sites_site",
                        column: x => x.site,
                        principalSchema: "delivery",
                        principalTable: "sites",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "rewritings",
                schema: "planning",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    site = table.Column<Guid>(type: "uuid", nullable: false),
                    thing = table.Column<string>(type: "text", nullable: false),
                    subject = table.Column<Guid>(type: "uuid", nullable: false),
                    slugs = table.Column<string[]>(type: "text[]", nullable: false),
                    after = table.Column<Guid>(type: "uuid", nullable: true),
                    rewritten = table.Column<int>(type: "integer", nullable: false),
                    skipped = table.Column<int>(type: "integer", nullable: false),
                    is_second_look = table.Column<bool>(type: "boolean", nullable: false),
                    started_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rewritings", x => x.id);
                    table.ForeignKey(
                        name: "fk_rewritings_sites_site",
                        column: x => x.site,
                        principalSchema: "delivery",
                        principalTable: "sites",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_redirects_site_path",
                schema: "delivery",
                table: "redirects",
                columns: new[] { "site", "path" },
                filter: "path is not null");

            migrationBuilder.CreateIndex(
                name: "ix_rewritings_site",
                schema: "planning",
                table: "rewritings",
                column: "site");

            migrationBuilder.CreateIndex(
                name: "ix_rewritings_site_started_at",
                schema: "planning",
                table: "rewritings",
                columns: new[] { "site", "started_at" },
                descending: new[] { false, true },
                filter: "ended_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_rewritings_subject",
                schema: "planning",
                table: "rewritings",
                column: "subject",
                filter: "ended_at is null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "redirects",
                schema: "delivery");

            migrationBuilder.DropTable(
                name: "rewritings",
                schema: "planning");

            migrationBuilder.DropColumn(
                name: "told",
                schema: "media",
                table: "assets");
        }
    }
}
