using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace QuestCms.Infrastructure.Neon.Migrations
{
    /// <inheritdoc />
    public partial class Watch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "watch");

            migrationBuilder.AddColumn<bool>(
                name: "is_security",
                schema: "audit",
                table: "entries",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "alerts",
                schema: "watch",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    reports = table.Column<string>(type: "jsonb", nullable: false),
                    said = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_alerts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "ask_counts",
                schema: "work",
                columns: table => new
                {
                    key = table.Column<Guid>(type: "uuid", nullable: false),
                    until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    used = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ask_counts", x => x.key);
                });

            migrationBuilder.CreateTable(
                name: "mails",
                schema: "identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    address = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    text = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    fault = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mails", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "turns",
                schema: "work",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_turns", x => x.name);
                });

            // By hand: what was of the category before there was one.
            migrationBuilder.Sql("""
                update audit.entries set is_security = true
                where what in ('HouseAdministrationChanged', 'PersonSuspended', 'PersonReadmitted', 'SignInLinkIssued', 'RolesChanged', 'SiteKeyIssued', 'SiteKeyRevoked', 'WebhookSecretRotated')
                """);
            // By hand, end.

            migrationBuilder.CreateIndex(
                name: "ix_side_copies_kept_at",
                schema: "content",
                table: "side_copies",
                column: "kept_at");

            migrationBuilder.CreateIndex(
                name: "ix_jobs_run_at1",
                schema: "work",
                table: "jobs",
                column: "run_at",
                filter: "state = 3");

            migrationBuilder.CreateIndex(
                name: "ix_entries_at_id1",
                schema: "audit",
                table: "entries",
                columns: new[] { "at", "id" },
                descending: new bool[0],
                filter: "is_security");

            migrationBuilder.CreateIndex(
                name: "ix_entries_site_at_id1",
                schema: "audit",
                table: "entries",
                columns: new[] { "site", "at", "id" },
                descending: new[] { false, true, true },
                filter: "is_security");

            migrationBuilder.CreateIndex(
                name: "ix_ask_counts_until",
                schema: "work",
                table: "ask_counts",
                column: "until");

            migrationBuilder.CreateIndex(
                name: "ix_mails_at_id",
                schema: "identity",
                table: "mails",
                columns: new[] { "at", "id" },
                descending: new bool[0]);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "alerts",
                schema: "watch");

            migrationBuilder.DropTable(
                name: "ask_counts",
                schema: "work");

            migrationBuilder.DropTable(
                name: "mails",
                schema: "identity");

            migrationBuilder.DropTable(
                name: "turns",
                schema: "work");

            migrationBuilder.DropIndex(
                name: "ix_side_copies_kept_at",
                schema: "content",
                table: "side_copies");

            migrationBuilder.DropIndex(
                name: "ix_jobs_run_at1",
                schema: "work",
                table: "jobs");

            migrationBuilder.DropIndex(
                name: "ix_entries_at_id1",
                schema: "audit",
                table: "entries");

            migrationBuilder.DropIndex(
                name: "ix_entries_site_at_id1",
                schema: "audit",
                table: "entries");

            migrationBuilder.DropColumn(
                name: "is_security",
                schema: "audit",
                table: "entries");
        }
    }
}
