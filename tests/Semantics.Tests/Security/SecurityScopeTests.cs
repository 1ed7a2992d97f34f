using ProdSales.Semantics;

namespace ProdSales.SemanticsTests.Security;

/// <summary>What follows for a principal from its roles and attributes.</summary>
public sealed class SecurityScopeTests
{
    private static readonly SemanticModel Model = ModelReader.Shipped;

    [Fact]
    public void Whoever_sits_at_the_machine_sees_everything() => Assert.True(SecurityScope.Of(Model, Principal.Local).Scope!.IsFull);

    [Theory]
    [InlineData("", "", "no-role")]
    [InlineData("chief", "", "unknown-role")]
    [InlineData("regional_manager", "", "attribute-missing")]
    [InlineData("regional_manager", "employee_id=E1", "attribute-missing")]
    public void A_principal_that_the_model_does_not_know_sees_nothing(string role, string attribute, string code)
    {
        ScopeResolution resolution = Scopes.Resolve(role, attribute);

        Assert.Null(resolution.Scope);
        Assert.Equal(code, resolution.Refusal!.Code);
        Assert.NotEqual(resolution.Refusal.Message.Chinese, resolution.Refusal.Message.English);
    }

    [Fact]
    public void Scopes_that_see_the_same_have_the_same_hash()
    {
        Assert.Equal(Scopes.Of("regional_manager", "region=华东", "region=华南").Hash, Scopes.Of("regional_manager", "region=华南", "region=华东", "region=华南").Hash);
        Assert.Equal(Scopes.Of("regional_manager,executive", "region=华东").Hash, Scopes.Of("regional_manager", "region=华东", "office=3").Hash);
        Assert.Equal(SecurityScope.Full.Hash, Scopes.Of("executive").Hash);
    }

    [Fact]
    public void Scopes_that_see_otherwise_have_another_hash()
    {
        string[] hashes =
        [
            SecurityScope.Full.Hash, Scopes.Of("regional_manager", "region=华东").Hash, Scopes.Of("regional_manager", "region=华南").Hash,
            Scopes.Of("regional_manager", "region=华东", "region=华南").Hash, Scopes.Of("regional_manager", "region=华东 华南").Hash,
            Scopes.Of("seller", "employee_id=E1").Hash, Scopes.Of("sales_assistant").Hash, Scopes.Of("analyst_without_names").Hash,
        ];

        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    [Fact]
    public void More_roles_never_show_more()
    {
        SecurityScope both = Scopes.Of("regional_manager,sales_assistant", "region=华东");

        Assert.Equal(["华东"], both.Predicates.Single().Values);
        Assert.Contains("sales.gross_margin", both.MaskedMeasures);
    }

    [Fact]
    public void A_right_that_one_role_gives_is_held_whatever_the_others_take_from_sight()
    {
        Assert.Equal([Right.ManagePredictions], Scopes.Of("regional_manager,prediction_steward", "region=华东").Rights);
        Assert.Empty(Scopes.Of("executive").Rights);
        Assert.Equal(Enum.GetValues<Right>().Length, SecurityScope.Full.Rights.Count);
    }

    [Fact]
    public void Two_rules_over_one_dimension_leave_what_both_name()
    {
        Dimension region = Model.Dimension("region")!;
        SecurityScope scope = SecurityScope.Of(
            [new MemberFilter(region, false, false, ["华东", "华南"]), new MemberFilter(region, false, false, ["华南", "西北"])], Scopes.None, Scopes.None, Scopes.None);

        Assert.Equal(["华南"], scope.Predicates.Single().Values);
    }
}
