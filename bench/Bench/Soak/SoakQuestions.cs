using System.Globalization;

namespace ProdSales.Bench.Soak;

/// <summary>What the soak asks the demo company.</summary>
internal static class SoakQuestions
{
    private static readonly string[] Measures = ["revenue", "grossMargin", "orders", "quantity", "discountAmount"];

    private static readonly string[] Cuts = ["byRegion", "byProductLine", "byCustomer(first: 5)", "overTime(grain: MONTH)"];

    private static readonly string[] Names = ["region", "productLine", "customer", "period"];

    internal const string Hello = "{ currency }";

    internal const string List = "{ members(dimension: REGION) { id name } hierarchies { name levels } }";

    internal const string Invalid = "{ sales { revenu } ";

    internal const string Unknown = "{ sales(period: { from: \"2026-01-01\", to: \"2026-10-31\" }) { total { revenu } } }";

    /// <summary>Gets how many drill-downs there are.</summary>
    internal static int Drills => Measures.Length * Cuts.Length * 3;

    /// <summary>A drill-down; the same number is the same question, and the last third of them sees what is loaded.</summary>
    internal static string Drill(int number)
    {
        (int measure, int cut, int month) = (number % Measures.Length, number / Measures.Length % Cuts.Length, 8 + (number / (Measures.Length * Cuts.Length) % 3));
        string period = string.Create(CultureInfo.InvariantCulture, $"period: {{ from: \"2026-{month - 6:00}-01\", to: \"2026-{month:00}-28\" }}, asOf: \"2026-10-31\"");
        return $"{{ sales({period}) {{ total {{ {Measures[measure]} }} {Cuts[cut]} {{ {Names[cut]} {Measures[measure]} }} }} }}";
    }

    /// <summary>A page of rows.</summary>
    internal static string Rows(int month) =>
        string.Create(CultureInfo.InvariantCulture, $"{{ rows(measure: \"sales.revenue\", period: {{ from: \"2026-{month:00}-01\", to: \"2026-{month:00}-28\" }}, asOf: \"2026-10-31\", first: 20) {{ edges {{ cursor node {{ fact numerator }} }} }} }}");

    /// <summary>A table to export.</summary>
    internal static string Table(int month) =>
        string.Create(CultureInfo.InvariantCulture, $"{{ sales(period: {{ from: \"2026-01-01\", to: \"2026-{month:00}-28\" }}, asOf: \"2026-10-31\") {{ byCustomer {{ customer revenue }} }} }}");
}
