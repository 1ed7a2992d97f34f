using System.Text.Json.Serialization;
using ProdSales.Learning.Data;

namespace ProdSales.Learning.Trained;

/// <summary>A column that a model takes.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What its values are.</param>
public sealed record ModelColumn(string Name, [property: JsonConverter(typeof(JsonStringEnumConverter<ColumnKind>))] ColumnKind Kind);
