using ProdSales.Semantics;
using ProdSales.SemanticsTests.SmallPlant;

namespace ProdSales.SemanticsTests.Cases;

/// <summary>Every measure equals SQL that was written by hand from its definition, never copied from a generated statement.</summary>
public sealed class MetricCaseTests(SmallPlantFixture plant) : IClassFixture<SmallPlantFixture>
{
    public static TheoryData<string> Names => [.. MetricCase.All.Select(known => known.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_answer_is_what_hand_written_sql_gives(string name)
    {
        MetricCase known = MetricCase.All.Single(other => other.Name == name);
        MetricQuery query = known.Query();

        string[] expected = [.. ResultRows.Read(plant.Connection, known.Check).Select(row => string.Join(" | ", row)).Order(StringComparer.Ordinal)];
        string[] actual =
        [
            .. ResultRows.OfCut(plant.Connection, query, Math.Max(known.By.Count - 1, 0), known.Columns())
                .Select(row => string.Join(" | ", row)).Order(StringComparer.Ordinal),
        ];

        Assert.True(expected.Length > 0, "The check gives no rows, so it proves nothing.");
        Assert.True(
            expected.SequenceEqual(actual),
            $"expected\n{string.Join('\n', expected)}\nactual\n{string.Join('\n', actual)}\n{StatementSql.Of(QueryPlanner.Plan(query)).Text}");
    }

    [Fact]
    public void Every_measure_of_the_model_has_a_case()
    {
        HashSet<string> proven = [.. MetricCase.All.Concat(MetricCase.ByHand).Concat(MetricCase.ToTheLetter).SelectMany(known => known.Measures.Select(measure => $"{known.Subject}.{measure.Split('@')[0]}"))];

        Assert.Empty(ModelReader.Shipped.Subjects.SelectMany(subject => subject.Measures)
            .Select(measure => $"{measure.Subject}.{measure.Name}").Where(measure => !proven.Contains(measure)));
    }
}
