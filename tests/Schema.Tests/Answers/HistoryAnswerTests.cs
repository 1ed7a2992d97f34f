namespace ProdSales.SchemaTests.Answers;

/// <summary>The argument <c>history</c>: as it was unless asked otherwise, as it is now, or as of a day; questions that differ in it are answered apart.</summary>
public sealed class HistoryAnswerTests(ServedPlant plant) : IClassFixture<ServedPlant>
{
    // Customer 1 was of steel (key 1) and is of ports (key 2) from 2025; customer 2 (key 3) always was of ports.
    [Fact]
    public void One_request_can_ask_for_several_histories()
    {
        const string Asked = "period: { from: \"2024-01-01\", to: \"2025-12-31\" }, where: { industry: { eq: \"ports\" } }";

        string data = plant.Data($$"""
            { was: sales({{Asked}}) { total { orderLines } } is: sales({{Asked}}, history: { version: AS_IS }) { total { orderLines } }
              of: sales({{Asked}}, history: { on: "2024-12-31" }) { total { orderLines } } same: sales({{Asked}}, history: { version: AS_WAS }) { total { orderLines } } }
            """);

        Assert.Equal(
            $"{{\"was\":{Total("2, 3")},\"is\":{Total("1, 2, 3")},\"of\":{Total("3")},\"same\":{Total("2, 3")}}}",
            data);
    }

    private string Total(string keys) =>
        $"{{\"total\":{{\"orderLines\":{plant.Row($"SELECT count(*) FROM fact_sales_order_line WHERE is_cancelled IS NOT TRUE AND customer_key IN ({keys})")[0]}}}}}";
}
