using MediatR;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.Application.Common;

/// <summary>Changes something; done or refused.</summary>
public interface ICommand : IRequest<Result>;

/// <summary>Changes something and answers with what the page needs next.</summary>
public interface ICommand<T> : IRequest<Result<T>>;

/// <summary>Asks and changes nothing; answers with a read model named for its screen.</summary>
public interface IQuery<T> : IRequest<Result<T>>;

internal interface ICommandHandler<in TCommand> : IRequestHandler<TCommand, Result> where TCommand : ICommand;

internal interface ICommandHandler<in TCommand, T> : IRequestHandler<TCommand, Result<T>> where TCommand : ICommand<T>;

internal interface IQueryHandler<in TQuery, T> : IRequestHandler<TQuery, Result<T>> where TQuery : IQuery<T>;

/// <summary>Says which permission a message needs: in the site of the thing it is about, else in the house.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class RequiresAttribute(Permission permission) : Attribute
{
    public Permission Permission { get; } = permission;
}

/// <summary>Says aloud that a program may send it too, with a key whose scopes give this permission; a person needs what <see cref="RequiresAttribute"/> says.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpenToKeysAttribute(Permission permission) : Attribute
{
    public Permission Permission { get; } = permission;
}

/// <summary>Says aloud that anyone may send it, signed in or not.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OpenToEveryoneAttribute : Attribute;

/// <summary>The thing a message acts on; the permission behaviour finds its site by one indexed look-up.</summary>
public interface IAbout<TId> : IAbout where TId : struct, ITypedId<TId>
{
    TId About { get; }
    Guid IAbout.Thing => About.Value;
    Type IAbout.Kind => typeof(TId);
}

/// <summary>The same without its type, for the pipeline.</summary>
public interface IAbout
{
    Guid Thing { get; }
    Type Kind { get; }
}
