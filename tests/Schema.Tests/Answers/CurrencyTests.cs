namespace ProdSales.SchemaTests.Answers;

/// <summary>A screen that shows money must be told in which currency it is.</summary>
public sealed class CurrencyTests(ServedPlant plant) : IClassFixture<ServedPlant>
{
    [Fact]
    public void The_currency_is_that_of_the_group()
    {
        object? kept = plant.Row("SELECT value FROM warehouse_setting WHERE name = 'group_currency'")[0];

        Assert.Equal($"{{\"currency\":\"{kept}\"}}", plant.Data("{ currency }"));
    }
}
