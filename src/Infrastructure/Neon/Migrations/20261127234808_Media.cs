using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace QuestCms.Infrastructure.Neon.Migrations
{
    /// <inheritdoc />
    public partial class Media : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "media");

            migrationBuilder.AddColumn<Guid>(
                name: "cover",
                schema: "content",
                table: "side_copies",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid[]>(
                name: "pictures",
                schema: "content",
                table: "side_copies",
                type: "uuid[]",
                nullable: false,
                defaultValue: new Guid[0]);

            migrationBuilder.AddColumn<Guid>(
                name: "cover",
                schema: "content",
                table: "revisions",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "frozen_pictures",
                schema: "content",
                table: "revisions",
                type: "jsonb",
                nullable: false,
                defaultValueSql: "'[]'::jsonb");

            migrationBuilder.AddColumn<Guid[]>(
                name: "pictures",
                schema: "content",
                table: "revisions",
                type: "uuid[]",
                nullable: false,
                defaultValue: new Guid[0]);

            migrationBuilder.AddColumn<Guid>(
                name: "cover",
                schema: "content",
                table: "articles",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<Guid[]>(
                name: "pictures",
                schema: "content",
                table: "articles",
                type: "uuid[]",
                nullable: false,
                defaultValue: new Guid[0]);

            migrationBuilder.CreateTable(
                name: "assets",
                schema: "media",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    site = table.Column<Guid>(type: "uuid", nullable: false),
                    file_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    content_type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    bytes = table.Column<int>(type: "integer", nullable: false),
                    width = table.Column<int>(type: "integer", nullable: false),
                    height = table.Column<int>(type: "integer", nullable: false),
                    sha256 = table.Column<byte[]>(type: "bytea", nullable: false),
                    alt_text = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    credit = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    renditions = table.Column<string>(type: "jsonb", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    say = table.Column<string>(type: "text", nullable: true),
                    added_by = table.Column<Guid>(type: "uuid", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    focal_x = table.Column<int>(type: "integer", nullable: false),
                    focal_y = table.Column<int>(type: "integer", nullable: false),
                    is_ai = table.Column<bool>(type: "boolean", nullable: false),
                    made_by_model = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    origin = table.Column<string>(type: "text", nullable: false),
                    made_from_prompt = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    made_in_style = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assets", x => x.id);
                    table.ForeignKey(
                        name: "fk_assets_people_added_by",
                        column: x => x.added_by,
                        principalSchema: "identity",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_assets_sites_site",
                        column: x => x.site,
                        principalSchema: "sites",
                        principalTable: "sites",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "media",
                schema: "delivery",
                columns: table => new
                {
                    asset = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    content_type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    tag = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_media", x => new { x.asset, x.name });
                });

            migrationBuilder.CreateTable(
                name: "media_files",
                schema: "work",
                columns: table => new
                {
                    key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_media_files", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "media_uses",
                schema: "delivery",
                columns: table => new
                {
                    article = table.Column<Guid>(type: "uuid", nullable: false),
                    asset = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_media_uses", x => new { x.asset, x.article });
                });

            migrationBuilder.CreateIndex(
                name: "ix_assets_added_by",
                schema: "media",
                table: "assets",
                column: "added_by");

            migrationBuilder.CreateIndex(
                name: "ix_assets_same_bytes",
                schema: "media",
                table: "assets",
                columns: new[] { "site", "sha256" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_assets_site_added_at_id",
                schema: "media",
                table: "assets",
                columns: new[] { "site", "added_at", "id" },
                descending: new[] { false, true, true });

            migrationBuilder.CreateIndex(
                name: "ix_media_uses_article",
                schema: "delivery",
                table: "media_uses",
                column: "article");

            migrationBuilder.Sql(QuestCms.Infrastructure.Neon.Media.AssetSearchColumn.Up);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "assets",
                schema: "media");

            migrationBuilder.DropTable(
                name: "media",
                schema: "delivery");

            migrationBuilder.DropTable(
                name: "media_files",
                schema: "work");

            migrationBuilder.DropTable(
                name: "media_uses",
                schema: "delivery");

            migrationBuilder.DropColumn(
                name: "cover",
                schema: "content",
                table: "side_copies");

            migrationBuilder.DropColumn(
                name: "pictures",
                schema: "content",
                table: "side_copies");

            migrationBuilder.DropColumn(
                name: "cover",
                schema: "content",
                table: "revisions");

            migrationBuilder.DropColumn(
                name: "frozen_pictures",
                schema: "content",
                table: "revisions");

            migrationBuilder.DropColumn(
                name: "pictures",
                schema: "content",
                table: "revisions");

            migrationBuilder.DropColumn(
                name: "cover",
                schema: "content",
                table: "articles");

            migrationBuilder.DropColumn(
                name: "pictures",
                schema: "content",
                table: "articles");
        }
    }
}
