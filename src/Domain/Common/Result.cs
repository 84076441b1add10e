namespace QuestCms.Domain.Common;

/// <summary>Lets the pipeline make a refusal of whatever result type a message has, without reflection.</summary>
public interface IResult<out TSelf> where TSelf : IResult<TSelf>
{
    Error? Error { get; }
    static abstract TSelf Failed(Error error);
}

/// <summary>Done, or refused with an <see cref="Common.Error"/>. Faults are exceptions and never stand here.</summary>
public sealed class Result : IResult<Result>
{
    public static readonly Result Done = new(null);

    private Result(Error? error) => Error = error;

    public Error? Error { get; }
    public bool Refused => Error is not null;

    public static Result Failed(Error error) => new(error);
    public static implicit operator Result(Error error) => new(error);
}

/// <summary>A value, or a refusal.</summary>
public sealed class Result<T> : IResult<Result<T>>
{
    private readonly T? _value;

    private Result(T? value, Error? error) => (_value, Error) = (value, error);

    public Error? Error { get; }
    public bool Refused => Error is not null;

    /// <summary>The value; asking a refusal for it is a programmer's mistake.</summary>
    public T Value => Error is null ? _value! : throw new InvalidOperationException($"Refused: {Error.Code}");

    public static Result<T> Failed(Error error) => new(default, error);
    public static implicit operator Result<T>(Error error) => new(default, error);
    public static implicit operator Result<T>(T value) => new(value, null);
}
