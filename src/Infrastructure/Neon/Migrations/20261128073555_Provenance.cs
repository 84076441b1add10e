using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace QuestCms.Infrastructure.Neon.Migrations
{
    /// <inheritdoc />
    public partial class Provenance : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "editions",
                schema: "planning",
                columns: table => new
                {
                    article = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    site = table.Column<Guid>(type: "uuid", nullable: false),
                    revision = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    before = table.Column<int>(type: "integer", nullable: true),
                    fields = table.Column<string[]>(type: "text[]", nullable: false),
                    sentences_new = table.Column<int>(type: "integer", nullable: false),
                    sentences_gone = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_editions", x => new { x.article, x.version });
                    table.ForeignKey(
                        name: "fk_editions_articles_article",
                        column: x => x.article,
                        principalSchema: "content",
                        principalTable: "articles",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "provenance_keys",
                schema: "delivery",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    x = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    made_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    retired_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_provenance_keys", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "provenance",
                schema: "delivery",
                columns: table => new
                {
                    article = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    json = table.Column<string>(type: "text", nullable: false),
                    json_br = table.Column<byte[]>(type: "bytea", nullable: false),
                    json_br_tag = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    json_gzip = table.Column<byte[]>(type: "bytea", nullable: false),
                    json_gzip_tag = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    json_tag = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_provenance", x => x.article);
                    table.ForeignKey(
                        name: "fk_provenance_published_articles_article",
                        column: x => x.article,
                        principalSchema: "delivery",
                        principalTable: "published_articles",
                        principalColumn: "article",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_provenance_published_key_key",
                        column: x => x.key,
                        principalSchema: "delivery",
                        principalTable: "provenance_keys",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "signing_keys",
                schema: "planning",
                columns: table => new
                {
                    id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    closed = table.Column<byte[]>(type: "bytea", nullable: true),
                    signs = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_signing_keys", x => x.id);
                    table.ForeignKey(
                        name: "fk_signing_keys_provenance_keys_id",
                        column: x => x.id,
                        principalSchema: "delivery",
                        principalTable: "provenance_keys",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_provenance_key",
                schema: "delivery",
                table: "provenance",
                column: "key");

            migrationBuilder.CreateIndex(
                name: "ix_signing_keys_one_signs",
                schema: "planning",
                table: "signing_keys",
                column: "signs",
                unique: true,
                filter: "signs");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "editions",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "provenance",
                schema: "delivery");

            migrationBuilder.DropTable(
                name: "signing_keys",
                schema: "planning");

            migrationBuilder.DropTable(
                name: "provenance_keys",
                schema: "delivery");
        }
    }
}
