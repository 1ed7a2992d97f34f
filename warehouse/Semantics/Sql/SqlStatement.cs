using ProdSales.Warehouse.Provider;

namespace ProdSales.Semantics;

/// <summary>A statement ready to run.</summary>
/// <param name="Text">One SELECT whose text does not depend on the values asked with.</param>
/// <param name="Parameters">Values by the name of their parameter, without the dollar sign.</param>
/// <param name="Columns">
/// The columns of the result: <c>cut</c>, the index of the planned cut of the row, then the names and measures asked for.
/// Rows come in the order in which they are to be told: each row of a cut is followed by the rows of the cuts inside it.
/// </param>
public sealed record SqlStatement(string Text, IReadOnlyDictionary<string, object> Parameters, IReadOnlyList<string> Columns)
{
    /// <summary>A command that runs the statement with its values; whoever asks for it disposes it.</summary>
    public DuckDbCommand CommandOn(DuckDbConnection connection)
    {
        ArgumentNullException.ThrowIfNull(connection);
        DuckDbCommand command = connection.CreateCommand(Text);
        command.WritesValues = true;
        foreach ((string name, object value) in Parameters)
        {
            command.Parameters.Add(name, value);
        }

        return command;
    }

    /// <summary>The position of a column in the result.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public int Position(string column)
    {
        for (int i = 0; i < Columns.Count; i++)
        {
            if (Columns[i] == column)
            {
                return i;
            }
        }

        throw new ArgumentException($"The result has no column \"{column}\"; it has {string.Join(", ", Columns)}.", nameof(column));
    }
}
