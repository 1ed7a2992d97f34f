using ProdSales.Loading.Reports;

namespace ProdSales.Loading.Tests.Facts;

/// <summary>Shares of one whole sum to 1, in every state of the warehouse that a batch leaves behind.</summary>
public sealed class WeightTests
{
    [Fact]
    public void Shares_that_sum_to_one_are_loaded_and_so_are_thirds_that_a_source_has_rounded()
    {
        using TestWarehouse warehouse = new();

        LoadReport report = warehouse.Load(
            Some.Share("1", "OP1", 0.7), Some.Share("2", "OP1", 0.3), Some.Share("3", "OP2", 0.3333), Some.Share("4", "OP2", 0.3333), Some.Share("5", "OP2", 0.3333));

        Assert.Equal(LoadOutcome.Committed, report.Outcome);
        Assert.Equal("5", warehouse.Value("SELECT count(*) FROM fact_opportunity_team"));
    }

    [Fact]
    public void A_batch_that_leaves_a_whole_broken_is_refused_by_name()
    {
        using TestWarehouse warehouse = new();

        LoadReport report = warehouse.Load(Some.Share("1", "OP1", 0.7), Some.Share("2", "OP2", 1), Some.Share("3", "OP3", 0.5), Some.Share("4", "OP3", 0.6));

        LoadRefusal refusal = Assert.Single(report.Refusals);
        Assert.Equal("weights-not-whole", refusal.Code);
        Assert.Equal("opportunity_team: the weights of opportunity_id erp OP1 sum to 0.7, they must sum to 1; 2 are not whole.", refusal.Message);
        Assert.Equal("0", warehouse.Value("SELECT count(*) FROM fact_opportunity_team"));
    }

    [Fact]
    public void A_share_that_moves_to_another_whole_breaks_the_one_that_it_leaves()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Some.Share("1", "OP1", 0.7), Some.Share("2", "OP1", 0.3));

        LoadReport report = warehouse.Load(Some.Share("2", "OP2", 1, version: 2));

        Assert.Equal("erp OP1", Assert.Single(report.Refusals).Facts["example"]);
    }

    [Fact]
    public void A_team_may_change_when_the_batch_brings_the_whole_of_it()
    {
        using TestWarehouse warehouse = new();
        warehouse.Load(Some.Share("1", "OP1", 0.7), Some.Share("2", "OP1", 0.3));

        LoadReport report = warehouse.Load(Some.Share("1", "OP1", 0.4, version: 2), Some.Share("2", "OP1", 0, version: 2), Some.Share("3", "OP1", 0.6));

        Assert.Equal(LoadOutcome.Committed, report.Outcome);
    }
}
