using ProdSales.GraphQL.Execution.Responses;

namespace ProdSales.GraphQL.Execution.Incremental;

/// <summary>What the caller is told next: which parts are on their way, what came of them, and which have come to their end.</summary>
internal sealed class Payload
{
    private readonly List<Action<ResponseWriter>> _pending = [];
    private readonly List<Action<ResponseWriter>> _incremental = [];
    private readonly List<Action<ResponseWriter>> _completed = [];
    private readonly List<GraphQLError> _errors = [];

    public bool IsEmpty => _pending.Count + _incremental.Count + _completed.Count == 0;

    public IReadOnlyList<GraphQLError> Errors => _errors;

    /// <summary>The parts that it tells of.</summary>
    public List<string> Announced { get; } = [];

    /// <summary>The parts whose end it tells.</summary>
    public List<string> Completed { get; } = [];

    public void Announce(string id, object[] path, string? label)
    {
        Announced.Add(id);
        _pending.Add(writer =>
        {
            Write(writer, "id", id);
            Write(writer, "path", path);
            if (label is not null)
            {
                Write(writer, "label", label);
            }
        });
    }

    /// <summary>Gives the fields of an object.</summary>
    /// <param name="id">The fragment that they are told as a part of.</param>
    /// <param name="subPath">The object, from the fragment's own.</param>
    /// <param name="result">The fields.</param>
    public void Give(string id, object[] subPath, PartResult result) => Add(id, result, "data", subPath);

    /// <summary>Gives items of a list.</summary>
    public void GiveItems(string id, PartResult result) => Add(id, result, "items", []);

    public void Complete(string id, IReadOnlyList<GraphQLError> errors)
    {
        Completed.Add(id);
        _errors.AddRange(errors);
        _completed.Add(writer =>
        {
            Write(writer, "id", id);
            if (errors.Count > 0)
            {
                ErrorJson.Write(writer, errors);
            }
        });
    }

    /// <summary>Writes the parts that a first response tells of.</summary>
    public void WritePending(ResponseWriter writer, bool hasNext)
    {
        WriteList(writer, "pending", _pending);
        writer.WriteName("hasNext");
        writer.WriteBoolean(hasNext);
    }

    /// <summary>Writes all of it as a response of its own.</summary>
    public void Write(ResponseWriter writer, bool hasNext)
    {
        writer.StartObject();
        WriteList(writer, "incremental", _incremental);
        WriteList(writer, "completed", _completed);
        WritePending(writer, hasNext);
        writer.EndObject();
    }

    private void Add(string id, PartResult result, string what, object[] subPath)
    {
        _errors.AddRange(result.Errors);
        _incremental.Add(writer =>
        {
            Write(writer, "id", id);
            if (subPath.Length > 0)
            {
                Write(writer, "subPath", subPath);
            }

            writer.WriteName(what);
            writer.WriteRawValue(result.Json.Written.Span);
            result.Json.Dispose();
            if (result.Errors.Count > 0)
            {
                ErrorJson.Write(writer, result.Errors);
            }
        });
    }

    private static void Write(ResponseWriter writer, string name, object value)
    {
        writer.WriteName(name);
        writer.TryWritePlain(value);
    }

    private static void WriteList(ResponseWriter writer, string name, List<Action<ResponseWriter>> entries)
    {
        if (entries.Count == 0)
        {
            return;
        }

        writer.WriteName(name);
        writer.StartArray();
        foreach (Action<ResponseWriter> entry in entries)
        {
            writer.StartObject();
            entry(writer);
            writer.EndObject();
        }

        writer.EndArray();
    }
}
