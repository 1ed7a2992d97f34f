using ProdSales.GraphQL.Execution.Responses;

namespace ProdSales.GraphQL.Execution.Subtrees;

/// <summary>One field to be resolved with everything below it.</summary>
public sealed class Subtree
{
    private readonly List<GraphQLError> _errors = [];
    private readonly object[] _path;

    internal Subtree(SelectedField field, ResponseWriter writer, bool ownsWriter, object[] path)
    {
        Field = field;
        Writer = writer;
        OwnsWriter = ownsWriter;
        _path = path;
    }

    /// <summary>The field with its arguments and its selection.</summary>
    public SelectedField Field { get; }

    /// <summary>Takes the field's value: exactly one JSON value.</summary>
    public ResponseWriter Writer { get; }

    internal bool OwnsWriter { get; }

    internal bool HasFailed { get; private set; }

    internal IReadOnlyList<GraphQLError> Errors => _errors;

    /// <summary>Refuses the field: it becomes null (or its nearest nullable ancestor does), and what was written is dropped.</summary>
    /// <param name="code">The stable kebab-case name of the refusal.</param>
    /// <param name="message">What is wrong, in words for the caller.</param>
    /// <param name="facts">Further facts for the error's <c>extensions</c>.</param>
    public void Fail(string code, string message, IReadOnlyDictionary<string, object?>? facts = null)
    {
        HasFailed = true;
        AddError(code, message, [], facts);
    }

    /// <summary>Reports an error below the field while the value stands; the caller has written null where <paramref name="path"/> leads.</summary>
    /// <param name="code">The stable kebab-case name of the error.</param>
    /// <param name="message">What is wrong, in words for the caller.</param>
    /// <param name="path">Response names and list indices from this field down; empty for the field itself.</param>
    /// <param name="facts">Further facts for the error's <c>extensions</c>.</param>
    public void AddError(string code, string message, IReadOnlyList<object> path, IReadOnlyDictionary<string, object?>? facts = null)
        => _errors.Add(new GraphQLError(code, message) { Path = [.. _path, .. path], Locations = Field.Locations, Facts = facts });

    internal void Break(GraphQLError error)
    {
        HasFailed = true;
        _errors.Add(error with { Path = _path, Locations = Field.Locations });
    }
}
