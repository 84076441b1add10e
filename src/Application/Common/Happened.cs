using MediatR;
using QuestCms.Domain.Common;

namespace QuestCms.Application.Common;

/// <summary>A domain event on its way to listeners. A listener adds or changes tracked entities of the same save and touches nothing else.</summary>
public sealed record Happened<T>(T News) : INotification where T : DomainEvent;
