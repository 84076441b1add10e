using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace QuestCms.Infrastructure.Neon.Migrations
{
    /// <inheritdoc />
    public partial class Kept : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "has_tagged_cdn",
                schema: "sites",
                table: "sites",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string[]>(
                name: "origins",
                schema: "sites",
                table: "sites",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<bool>(
                name: "has_tagged_cdn",
                schema: "delivery",
                table: "sites",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string[]>(
                name: "origins",
                schema: "delivery",
                table: "sites",
                type: "text[]",
                nullable: false,
                defaultValueSql: "'{}'");

            migrationBuilder.AddColumn<string>(
                name: "cache_tags",
                schema: "delivery",
                table: "published_articles",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<byte[]>(
                name: "json_br",
                schema: "delivery",
                table: "published_articles",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "json_br_tag",
                schema: "delivery",
                table: "published_articles",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "json_gzip",
                schema: "delivery",
                table: "published_articles",
                type: "bytea",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "json_gzip_tag",
                schema: "delivery",
                table: "published_articles",
                type: "text",
                nullable: true);

            // By hand: what is packed already is stored as it is, or the server would try to pack it again with every publication.
            migrationBuilder.Sql("alter table delivery.published_articles alter column json_br set storage external, alter column json_gzip set storage external");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "has_tagged_cdn",
                schema: "sites",
                table: "sites");

            migrationBuilder.DropColumn(
                name: "origins",
                schema: "sites",
                table: "sites");

            migrationBuilder.DropColumn(
                name: "has_tagged_cdn",
                schema: "delivery",
                table: "sites");

            migrationBuilder.DropColumn(
                name: "origins",
                schema: "delivery",
                table: "sites");

            migrationBuilder.DropColumn(
                name: "cache_tags",
                schema: "delivery",
                table: "published_articles");

            migrationBuilder.DropColumn(
                name: "json_br",
                schema: "delivery",
                table: "published_articles");

            migrationBuilder.DropColumn(
                name: "json_br_tag",
                schema: "delivery",
                table: "published_articles");

            migrationBuilder.DropColumn(
                name: "json_gzip",
                schema: "delivery",
                table: "published_articles");

            migrationBuilder.DropColumn(
                name: "json_gzip_tag",
                schema: "delivery",
                table: "published_articles");
        }
    }
}
