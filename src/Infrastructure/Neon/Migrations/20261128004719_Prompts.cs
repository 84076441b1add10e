using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace QuestCms.Infrastructure.Neon.Migrations
{
    /// <inheritdoc />
    public partial class Prompts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "golden_runs",
                schema: "ai",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    prompt = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    against = table.Column<int>(type: "integer", nullable: false),
                    model = table.Column<string>(type: "text", nullable: false),
                    set = table.Column<string>(type: "text", nullable: false),
                    cases = table.Column<int>(type: "integer", nullable: false),
                    asked_by = table.Column<Guid>(type: "uuid", nullable: true),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reserved = table.Column<decimal>(type: "numeric(12,6)", precision: 12, scale: 6, nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    say = table.Column<string>(type: "text", nullable: true),
                    results = table.Column<string>(type: "jsonb", nullable: false),
                    cost = table.Column<decimal>(type: "numeric(12,6)", precision: 12, scale: 6, nullable: true),
                    asking = table.Column<int>(type: "integer", nullable: false, defaultValue: -1),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_golden_runs", x => x.id);
                    table.ForeignKey(
                        name: "fk_golden_runs_people_asked_by",
                        column: x => x.asked_by,
                        principalSchema: "identity",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "prompt_choices",
                schema: "ai",
                columns: table => new
                {
                    prompt = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    running = table.Column<int>(type: "integer", nullable: false),
                    ran = table.Column<int[]>(type: "integer[]", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_prompt_choices", x => x.prompt);
                    table.ForeignKey(
                        name: "fk_prompt_choices_people_by",
                        column: x => x.by,
                        principalSchema: "identity",
                        principalTable: "people",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "templates",
                schema: "content",
                columns: table => new
                {
                    site = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    sections = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_templates", x => new { x.site, x.kind });
                    table.ForeignKey(
                        name: "fk_templates_sites_site",
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
                .Annotation("Npgsql:IndexInclude", new[] { "state", "proposal", "ended_at", "input_tokens", "output_tokens", "cost", "copied_from" });

            migrationBuilder.CreateIndex(
                name: "ix_generations_taken_model",
                schema: "ai",
                table: "generations",
                columns: new[] { "site", "model", "article" },
                descending: new[] { false, false, true },
                filter: "proposal = 'Taken'");

            migrationBuilder.CreateIndex(
                name: "ix_generations_taken_prompt",
                schema: "ai",
                table: "generations",
                columns: new[] { "site", "prompt", "article" },
                descending: new[] { false, false, true },
                filter: "proposal = 'Taken'");

            migrationBuilder.CreateIndex(
                name: "ix_golden_runs_asked_at",
                schema: "ai",
                table: "golden_runs",
                column: "asked_at");

            migrationBuilder.CreateIndex(
                name: "ix_golden_runs_asked_by",
                schema: "ai",
                table: "golden_runs",
                column: "asked_by");

            migrationBuilder.CreateIndex(
                name: "ix_golden_runs_one_at_a_time",
                schema: "ai",
                table: "golden_runs",
                column: "ended_at",
                unique: true,
                filter: "ended_at is null")
                .Annotation("Npgsql:NullsDistinct", false);

            migrationBuilder.CreateIndex(
                name: "ix_golden_runs_prompt_number_asked_at",
                schema: "ai",
                table: "golden_runs",
                columns: new[] { "prompt", "number", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_prompt_choices_by",
                schema: "ai",
                table: "prompt_choices",
                column: "by");

            // By hand: what the model can't say. Recall by a part of an address or some words of a source goes by trigrams.
            migrationBuilder.Sql("""
                create extension if not exists pg_trgm;
                create index ix_generations_sources on ai.generations using gin ((brief ->> 'sources') gin_trgm_ops) where proposal = 'Taken';
                create index ix_sources_address_trigrams on ai.sources using gin (address gin_trgm_ops);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("drop index ai.ix_generations_sources; drop index ai.ix_sources_address_trigrams;");

            migrationBuilder.DropTable(
                name: "golden_runs",
                schema: "ai");

            migrationBuilder.DropTable(
                name: "prompt_choices",
                schema: "ai");

            migrationBuilder.DropTable(
                name: "templates",
                schema: "content");

            migrationBuilder.DropIndex(
                name: "ix_generations_prompt_requested_at",
                schema: "ai",
                table: "generations");

            migrationBuilder.DropIndex(
                name: "ix_generations_taken_model",
                schema: "ai",
                table: "generations");

            migrationBuilder.DropIndex(
                name: "ix_generations_taken_prompt",
                schema: "ai",
                table: "generations");
        }
    }
}
