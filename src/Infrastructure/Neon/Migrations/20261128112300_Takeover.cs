using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace QuestCms.Infrastructure.Neon.Migrations
{
    /// <summary>What a model wrote before it came here with an import was asked for by nobody here.</summary>
    [DbContext(typeof(QuestDb))]
    [Migration("20261128112300_Takeover")]
    public partial class Takeover : Migration
    {
        private const string Name = "ck_generations_asked_or_agents";

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder) =>
            Say(migrationBuilder, "num_nonnulls(requested_by, requested_by_key, agent) = case when prompt = 'imported' then 0 else 1 end");

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            Say(migrationBuilder, "num_nonnulls(requested_by, requested_by_key, agent) = 1");

        private static void Say(MigrationBuilder migrationBuilder, string law)
        {
            migrationBuilder.DropCheckConstraint(Name, schema: "ai", table: "generations");
            migrationBuilder.AddCheckConstraint(Name, schema: "ai", table: "generations", sql: law);
        }
    }
}
