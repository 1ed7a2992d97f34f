namespace ProdSales.GraphQL.Execution.Responses;

/// <summary>Errors as the response carries them (chapter 7.1.2 of the specification).</summary>
internal static class ErrorJson
{
    private const int MessageLength = 1000;

    public static void Write(ResponseWriter writer, IReadOnlyList<GraphQLError> errors)
    {
        writer.WriteName("errors");
        writer.StartArray();
        foreach (GraphQLError error in errors)
        {
            Write(writer, error);
        }

        writer.EndArray();
    }

    private static void Write(ResponseWriter writer, GraphQLError error)
    {
        writer.StartObject();
        writer.WriteName("message");
        writer.WriteString(error.Message.Length <= MessageLength ? error.Message : string.Concat(error.Message.AsSpan(0, MessageLength), "…"));
        if (error.Locations.Count > 0)
        {
            writer.WriteName("locations");
            writer.StartArray();
            foreach (SourceLocation location in error.Locations)
            {
                writer.StartObject();
                writer.WriteName("line");
                writer.WriteNumber(location.Line);
                writer.WriteName("column");
                writer.WriteNumber(location.Column);
                writer.EndObject();
            }

            writer.EndArray();
        }

        if (error.Path is { } path)
        {
            writer.WriteName("path");
            writer.TryWritePlain(path);
        }

        writer.WriteName("extensions");
        writer.StartObject();
        writer.WriteName("code");
        writer.WriteString(error.Code);
        foreach ((string name, object? value) in error.Facts ?? new Dictionary<string, object?>(StringComparer.Ordinal))
        {
            ResponseMark mark = writer.Mark();
            writer.WriteName(name);
            if (!writer.TryWritePlain(value))
            {
                writer.Rollback(mark);
            }
        }

        writer.EndObject();
        writer.EndObject();
    }
}
