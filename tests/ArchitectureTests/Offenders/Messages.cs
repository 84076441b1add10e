using MediatR;
using QuestCms.Application.Common;
using QuestCms.Domain.Common;
using QuestCms.Domain.Identity;

namespace QuestCms.ArchitectureTests.Offenders;

/// <summary>A message that says no permission.</summary>
internal sealed record UnlockedDoor : ICommand;

/// <summary>A message about a site that names no thing.</summary>
[Requires(Permission.Publish)]
internal sealed record PublishWithoutPlace : ICommand;

/// <summary>A decision that a key could send.</summary>
[Requires(Permission.Decide), OpenToKeys(Permission.WriteAsAgent)]
internal sealed record ApproveWithAKey : ICommand;

/// <summary>A handler named for another message than its own.</summary>
internal sealed class SomewhereElseHandler : IRequestHandler<UnlockedDoor, Result>
{
    public Task<Result> Handle(UnlockedDoor request, CancellationToken cancellationToken) => Task.FromResult(Result.Done);
}

/// <summary>A query that lets an aggregate out.</summary>
[OpenToEveryone]
internal sealed record GetLivePerson : IQuery<Person>;

/// <summary>A message with a suffix.</summary>
[OpenToEveryone]
internal sealed record UpdateCommand : ICommand;

/// <summary>A handler that sends.</summary>
internal sealed class SendingHandler(IMediator mediator)
{
    public Task AgainAsync() => mediator.Send(new UpdateCommand());
}

[OpenToEveryone]
internal sealed record Untold : ICommand;
