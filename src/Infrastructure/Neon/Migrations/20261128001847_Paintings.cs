using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace QuestCms.Infrastructure.Neon.Migrations
{
    /// <inheritdoc />
    public partial class Paintings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "paintings",
                schema: "ai",
                columns: table => new
                {
                    generation = table.Column<Guid>(type: "uuid", nullable: false),
                    style = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    words = table.Column<string>(type: "text", nullable: false),
                    prediction = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    begun_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    looks = table.Column<int>(type: "integer", nullable: false),
                    fetches = table.Column<int>(type: "integer", nullable: false),
                    asset = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_paintings", x => x.generation);
                    table.ForeignKey(
                        name: "fk_paintings_assets_asset",
                        column: x => x.asset,
                        principalSchema: "media",
                        principalTable: "assets",
                        principalColumn: "id",
                        onDelete: ReferentialAction.SetNull);
                    table.ForeignKey(
                        name: "fk_paintings_generations_generation",
                        column: x => x.generation,
                        principalSchema: "ai",
                        principalTable: "generations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_paintings_asset",
                schema: "ai",
                table: "paintings",
                column: "asset");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "paintings",
                schema: "ai");
        }
    }
}
