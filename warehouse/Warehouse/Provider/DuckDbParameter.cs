using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace ProdSales.Warehouse.Provider;

/// <summary>A value for a placeholder: <c>$name</c> or <c>@name</c> by its name, <c>?</c> or <c>$1</c> by its place.</summary>
/// <remarks>
/// The engine takes the type from the value: a <see cref="DateTime"/> is a TIMESTAMP as it stands, a <see cref="DateTimeOffset"/> an instant,
/// an array or list of values a LIST. <see cref="DbType"/> is kept but not looked at.
/// </remarks>
public sealed class DuckDbParameter : DbParameter
{
    /// <summary>Makes a parameter without name and value.</summary>
    public DuckDbParameter()
    {
    }

    /// <summary>Makes a parameter; a null value is NULL.</summary>
    public DuckDbParameter(string name, object? value)
    {
        ParameterName = name;
        Value = value;
    }

    /// <inheritdoc/>
    public override DbType DbType { get; set; }

    /// <summary>Gets or sets the direction, which can only be <see cref="ParameterDirection.Input"/>.</summary>
    public override ParameterDirection Direction
    {
        get => ParameterDirection.Input;
        set
        {
            if (value != ParameterDirection.Input)
            {
                throw new NotSupportedException($"DuckDB takes input parameters only, not {value}.");
            }
        }
    }

    /// <inheritdoc/>
    public override bool IsNullable { get; set; }

    /// <summary>Gets or sets the name, with or without its <c>$</c> or <c>@</c>; empty for a parameter that goes by its place.</summary>
    [AllowNull]
    public override string ParameterName { get => field; set => field = value ?? ""; } = "";

    /// <inheritdoc/>
    public override int Size { get; set; }

    /// <inheritdoc/>
    [AllowNull]
    public override string SourceColumn { get => field; set => field = value ?? ""; } = "";

    /// <inheritdoc/>
    public override bool SourceColumnNullMapping { get; set; }

    /// <summary>Gets or sets the value; null and <see cref="DBNull"/> are NULL.</summary>
    public override object? Value { get; set; }

    /// <summary>Gets the name without its prefix.</summary>
    internal string BareName => ParameterName.TrimStart('$', '@', ':');

    /// <inheritdoc/>
    public override void ResetDbType() => DbType = default;
}
