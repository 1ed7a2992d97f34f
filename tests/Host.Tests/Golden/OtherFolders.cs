namespace ProdSales.Host.Tests.Golden;

/// <summary>A CRM pipeline with its known dirt.</summary>
public sealed class CrmFolder() : LoadedFolder("crm-sales-opportunities", "crm_sales_opportunities")
{
    internal override string Question => """{ opportunities(period: { from: "2010-01-01", to: "2020-12-31" }) { total { wonCount wonAmount lostCount winRate } } }""";
}

/// <summary>A small trade database as an SQL script.</summary>
public sealed class NorthwindFolder() : LoadedFolder("northwind", "northwind")
{
    internal override string Question => """{ sales(period: { from: "1990-01-01", to: "2000-12-31" }) { total { orders orderLines revenue } } }""";
}

/// <summary>A help desk's event log.</summary>
public sealed class HelpdeskFolder() : LoadedFolder("helpdesk", "helpdesk")
{
    internal override string Question => """{ tickets(period: { from: "2005-01-01", to: "2020-12-31" }) { total { tickets } } }""";
}
