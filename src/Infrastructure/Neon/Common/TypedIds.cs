using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Infrastructure.Neon.Common;

/// <summary>Every typed id is a uuid in the database, also as a bare parameter of raw SQL.</summary>
internal static class TypedIds
{
    public static void Register(ModelConfigurationBuilder conventions)
    {
        // States are words in the tables: a dump or a report reads as it means.
        conventions.Properties<Enum>().HaveConversion<string>();
        var register = typeof(TypedIds).GetMethod(nameof(RegisterOne), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!;
        foreach (var id in typeof(PersonId).Assembly.GetTypes().Where(t => t.IsValueType && t.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITypedId<>))))
            register.MakeGenericMethod(id).Invoke(null, [conventions]);
    }

    private static void RegisterOne<TId>(ModelConfigurationBuilder conventions) where TId : struct, ITypedId<TId>
    {
        conventions.Properties<TId>().HaveConversion<Converter<TId>>();
        conventions.DefaultTypeMapping<TId>().HasConversion<Converter<TId>>();
    }

    // Expression trees can't call static abstract members: a generic method in between can.
    private static TId Make<TId>(Guid value) where TId : struct, ITypedId<TId> => TId.From(value);

    internal sealed class Converter<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => Make<TId>(value)) where TId : struct, ITypedId<TId>;
}
