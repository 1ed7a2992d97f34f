using System.Collections;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace ProdSales.Warehouse.Provider;

/// <summary>The parameters of a command, in order; names are told apart without regard to case, as the engine does.</summary>
[SuppressMessage("Design", "CA1010", Justification = "ADO.NET's base class decides what the collection is")]
public sealed class DuckDbParameterCollection : DbParameterCollection
{
    private readonly List<DuckDbParameter> _parameters = [];

    /// <inheritdoc/>
    public override int Count => _parameters.Count;

    /// <inheritdoc/>
    public override object SyncRoot => ((ICollection)_parameters).SyncRoot;

    /// <summary>Adds a parameter; a null value is NULL.</summary>
    public DuckDbParameter Add(string name, object? value)
    {
        var parameter = new DuckDbParameter(name, value);
        _parameters.Add(parameter);
        return parameter;
    }

    /// <inheritdoc/>
    public override int Add(object value)
    {
        _parameters.Add(Own(value));
        return _parameters.Count - 1;
    }

    /// <inheritdoc/>
    public override void AddRange(Array values) => _parameters.AddRange(values.Cast<object>().Select(Own));

    /// <inheritdoc/>
    public override void Clear() => _parameters.Clear();

    /// <inheritdoc/>
    public override bool Contains(object value) => IndexOf(value) >= 0;

    /// <inheritdoc/>
    public override bool Contains(string value) => IndexOf(value) >= 0;

    /// <inheritdoc/>
    public override void CopyTo(Array array, int index) => ((ICollection)_parameters).CopyTo(array, index);

    /// <inheritdoc/>
    public override IEnumerator GetEnumerator() => _parameters.GetEnumerator();

    /// <inheritdoc/>
    public override int IndexOf(object value) => value is DuckDbParameter parameter ? _parameters.IndexOf(parameter) : -1;

    /// <inheritdoc/>
    public override int IndexOf(string parameterName)
    {
        string bare = parameterName.TrimStart('$', '@', ':');
        return _parameters.FindIndex(p => string.Equals(p.BareName, bare, StringComparison.OrdinalIgnoreCase));
    }

    /// <inheritdoc/>
    public override void Insert(int index, object value) => _parameters.Insert(index, Own(value));

    /// <inheritdoc/>
    public override void Remove(object value) => _parameters.Remove(Own(value));

    /// <inheritdoc/>
    public override void RemoveAt(int index) => _parameters.RemoveAt(index);

    /// <inheritdoc/>
    public override void RemoveAt(string parameterName) => _parameters.RemoveAt(IndexOf(parameterName));

    /// <summary>The parameter for a placeholder of a statement: by its name, or by its place when the placeholder is a number.</summary>
    internal DuckDbParameter? For(string placeholder)
    {
        int index = IndexOf(placeholder);
        if (index < 0 && int.TryParse(placeholder, CultureInfo.InvariantCulture, out int place))
        {
            index = place - 1;
        }

        return index >= 0 && index < _parameters.Count ? _parameters[index] : null;
    }

    /// <inheritdoc/>
    protected override DbParameter GetParameter(int index) => _parameters[index];

    /// <inheritdoc/>
    protected override DbParameter GetParameter(string parameterName) =>
        For(parameterName) ?? throw new ArgumentException($"The command has no parameter \"{parameterName}\".", nameof(parameterName));

    /// <inheritdoc/>
    protected override void SetParameter(int index, DbParameter value) => _parameters[index] = Own(value);

    /// <inheritdoc/>
    protected override void SetParameter(string parameterName, DbParameter value) => _parameters[IndexOf(parameterName)] = Own(value);

    private static DuckDbParameter Own(object value) =>
        value as DuckDbParameter ?? throw new ArgumentException($"A {nameof(DuckDbParameter)} is needed, not {value?.GetType().Name ?? "null"}.", nameof(value));
}
