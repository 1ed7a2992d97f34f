using System.Collections.Frozen;
using System.Text;

namespace ProdSales.Semantics;

/// <summary>A piece of SQL written in the model over the columns of one fact.</summary>
/// <remarks>Every bare name that is no keyword, function or type is a column of the fact and gets the fact's alias when the statement is written.</remarks>
public sealed class SqlFragment : IEquatable<SqlFragment>
{
    /// <summary>The parameter of the day of the question.</summary>
    internal const string DayOfQuestion = "as_of";

    /// <summary>The parameter of the last day of the period, or of the step of time of a row; only where the window reaches back.</summary>
    internal const string PeriodEnd = "period_end";

    private static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
        [
            "and", "or", "not", "is", "null", "in", "between", "like", "case", "when", "then", "else", "end", "distinct", "true", "false",
            "cast", "as", "date", "timestamp", "double", "bigint", "interval", "day", "hour", "decimal", "from",
        ],
        StringComparer.OrdinalIgnoreCase);

    private readonly IReadOnlyList<FormulaToken> _tokens;

    internal SqlFragment(IReadOnlyList<FormulaToken> tokens)
    {
        _tokens = tokens;
        Text = Write(name => name);
    }

    /// <summary>The fragment in one normalised spelling.</summary>
    public string Text { get; }

    /// <summary>The columns of the fact that it reads, each once.</summary>
    public IEnumerable<string> Columns => _tokens.Where((token, index) => IsColumn(index)).Select(token => token.Text).Distinct(StringComparer.Ordinal);

    /// <summary>The parameters that it reads, without the dollar sign.</summary>
    public IEnumerable<string> Parameters =>
        _tokens.Where(token => token.Kind is FormulaTokenKind.Parameter).Select(token => token.Text[1..]).Distinct(StringComparer.Ordinal);

    /// <summary>The fragment with every column under the alias.</summary>
    public string Under(string alias) => Write(name => $"{alias}.{name}");

    /// <summary>The fragment with every column under the alias and the end of the period written as given.</summary>
    internal string Under(string alias, string periodEnd) =>
        Under(alias).Replace($"${PeriodEnd}", periodEnd, StringComparison.Ordinal);

    /// <inheritdoc/>
    public bool Equals(SqlFragment? other) => other is not null && Text == other.Text;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SqlFragment);

    /// <inheritdoc/>
    public override int GetHashCode() => Text.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => Text;

    private bool IsColumn(int index) =>
        _tokens[index].Kind is FormulaTokenKind.Name
        && !Words.Contains(_tokens[index].Text)
        && !(index + 1 < _tokens.Count && _tokens[index + 1].Text == "(");

    private string Write(Func<string, string> column)
    {
        StringBuilder text = new();
        for (int i = 0; i < _tokens.Count; i++)
        {
            string token = _tokens[i].Text;
            bool opensCall = token == "(" && i > 0 && _tokens[i - 1].Kind is FormulaTokenKind.Name && !Words.Contains(_tokens[i - 1].Text);
            bool opensCast = token == "(" && i > 0 && string.Equals(_tokens[i - 1].Text, "cast", StringComparison.OrdinalIgnoreCase);
            bool isTight = i == 0 || token is ")" or "," || _tokens[i - 1].Text == "(" || opensCall || opensCast;
            text.Append(isTight ? "" : " ").Append(IsColumn(i) ? column(token) : Cased(i));
        }

        return text.ToString();
    }

    private string Cased(int index) =>
        _tokens[index].Kind is FormulaTokenKind.Name && Words.Contains(_tokens[index].Text)
            ? _tokens[index].Text.ToUpperInvariant()
            : _tokens[index].Text;
}
