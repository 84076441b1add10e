using System.Reflection;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace QuestCms.ArchitectureTests;

/// <summary>Laws about calls, read from the compiled code: what stands in an expression tree is no call, what a lambda hides is one.</summary>
public sealed class CallTests
{
    private static readonly Rule Asynchronous = new("No synchronous call to the database.", "It holds a thread for as long as the database thinks; a handful of them stop the house.", "Call the method's Async twin and await it.");
    private static readonly Rule Waiting = new("Nobody waits for a task with a thread.", "It holds a thread while someone else's server thinks, and may wait for itself.", "await it.");

    private static readonly string[] Executors = ["First", "FirstOrDefault", "Single", "SingleOrDefault", "Last", "LastOrDefault", "Any", "All", "Count", "LongCount", "Sum", "Min", "Max", "Average", "Contains"];
    private static readonly string[] Commands = ["ExecuteReader", "ExecuteNonQuery", "ExecuteScalar", "Open", "Close", "Read", "NextResult", "SaveChanges", "Migrate", "ExecuteSqlRaw", "ExecuteSql", "Find", "Commit", "Rollback"];
    private static readonly string[] Database = ["System.Data.Common.", "Npgsql.", "Microsoft.EntityFrameworkCore."];

    // The framework asks for its key ring synchronously, at the start and once a day (IXmlRepository); its own repository does no other, out of sight of this law.
    private static readonly string[] MayAsk = ["StoredKeys.GetAllElements", "StoredKeys.StoreElement"];

    private static IEnumerable<Assembly> Ours => [House.Application, House.Infrastructure, House.Web];

    [Fact]
    public void The_database_is_never_asked_synchronously() => Asynchronous.Check(Ours.SelectMany(CallsOf).Where(c => !MayAsk.Contains(c.Where)), IsSynchronous, c => c.Where);

    [Fact]
    public void No_thread_waits_for_a_task() => Waiting.Check(Ours.SelectMany(CallsOf), IsWaiting, c => c.Where);

    [Fact]
    public void An_offender_against_each_law_is_caught()
    {
        var calls = CallsOf(House.Here).Where(c => c.Where.StartsWith("SynchronousReader", StringComparison.Ordinal)).ToList();
        Assert.Equal(["First", "SaveChanges", "ExecuteScalar"], calls.Where(IsSynchronous).Select(c => c.Method));
        Assert.Equal(["get_Result", "Wait"], CallsOf(House.Here).Where(c => c.Where.StartsWith("ThreadHolder", StringComparison.Ordinal)).Where(IsWaiting).Select(c => c.Method));
    }

    private sealed record Called(string Where, string Type, string Method);

    private static bool IsSynchronous(Called c) =>
        (c.Type == "System.Linq.Queryable" && Executors.Contains(c.Method)) || (Database.Any(d => c.Type.StartsWith(d, StringComparison.Ordinal)) && Commands.Contains(c.Method));

    private static bool IsWaiting(Called c) =>
        (c.Type.StartsWith("System.Threading.Tasks.Task", StringComparison.Ordinal) || c.Type.StartsWith("System.Threading.Tasks.ValueTask", StringComparison.Ordinal)) && c.Method is "get_Result" or "Wait" or "WaitAll" or "WaitAny"
        && c.Type != "System.Threading.Tasks.TaskCompletionSource";

    private static IEnumerable<Called> CallsOf(Assembly assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly.Location);
        foreach (var type in module.GetTypes())
        {
            // The migrations of EF and the views of Razor are generated.
            if (type.FullName.Contains(".Migrations.", StringComparison.Ordinal) || type.FullName.StartsWith("AspNetCoreGeneratedDocument", StringComparison.Ordinal)) continue;
            foreach (var method in type.Methods.Where(m => m.HasBody))
                foreach (var instruction in method.Body.Instructions.Where(i => i.OpCode == OpCodes.Call || i.OpCode == OpCodes.Callvirt))
                    if (instruction.Operand is MethodReference called) yield return new Called($"{Outer(type).Name}.{method.Name}", called.DeclaringType.GetElementType().FullName, called.Name);
        }
    }

    private static TypeDefinition Outer(TypeDefinition type) => type.DeclaringType is { } outer ? Outer(outer) : type;
}
