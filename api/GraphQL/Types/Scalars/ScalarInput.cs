using System.Text.Json;
using ProdSales.GraphQL.Execution.Coercion;
using ProdSales.GraphQL.Language;
using ProdSales.GraphQL.Language.Syntax;

namespace ProdSales.GraphQL.Types.Scalars;

/// <summary>One input value, the same whether it came as a literal or as a variable's JSON.</summary>
public readonly struct ScalarInput
{
    private readonly ValueNode? _literal;
    private readonly VariableValues? _variables;
    private readonly JsonElement _json;

    internal ScalarInput(ScalarInputKind kind, string text, ValueNode literal, VariableValues? variables)
    {
        Kind = kind;
        Text = text;
        _literal = literal;
        _variables = variables;
    }

    internal ScalarInput(ScalarInputKind kind, string text, JsonElement json)
    {
        Kind = kind;
        Text = text;
        _json = json;
    }

    /// <summary>What it was written as.</summary>
    public ScalarInputKind Kind { get; }

    /// <summary>The number's digits, the string's text, <c>true</c> or <c>false</c>, the enum's name; empty for lists and objects.</summary>
    public string Text { get; }

    /// <summary>Whether it stood in the document rather than in the variables.</summary>
    public bool IsLiteral => _literal is not null;

    /// <summary>The value as error messages show it.</summary>
    public string Shown => _literal is null ? Inspection.Show(_json) : Printer.Print(_literal);

    /// <summary>The .NET form of any kind: text, numbers, lists and dictionaries; for scalars that take structures.</summary>
    public object? Structure => _literal is null ? InputReading.Structure(_json) : InputReading.Structure(_literal, _variables);
}
