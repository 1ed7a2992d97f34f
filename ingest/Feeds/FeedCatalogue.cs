namespace ProdSales.Feeds;

/// <summary>All feeds, in an order in which each dimension stands before the facts and dimensions that point to it.</summary>
public static class FeedCatalogue
{
    /// <summary>Gets every feed; dimensions first.</summary>
    public static IReadOnlyList<Feed> All { get; } =
    [
        Feed.Of(typeof(Organisation)), Feed.Of(typeof(Employee)), Feed.Of(typeof(Customer)), Feed.Of(typeof(Product)), Feed.Of(typeof(Supplier)),
        Feed.Of(typeof(BomVersion)), Feed.Of(typeof(Configuration)), Feed.Of(typeof(WorkCentre)), Feed.Of(typeof(Operation)), Feed.Of(typeof(Stage)),
        Feed.Of(typeof(Campaign)), Feed.Of(typeof(StockLocation)), Feed.Of(typeof(Reason)), Feed.Of(typeof(Fault)), Feed.Of(typeof(Scenario)),
        Feed.Of(typeof(Device)), Feed.Of(typeof(Contract)), Feed.Of(typeof(Project)),
        Feed.Of(typeof(Lead)), Feed.Of(typeof(Opportunity)), Feed.Of(typeof(StageEvent)), Feed.Of(typeof(QuoteLine)), Feed.Of(typeof(SalesOrderLine)),
        Feed.Of(typeof(Activity)), Feed.Of(typeof(OpportunityTeam)), Feed.Of(typeof(ConfigurationOption)),
        Feed.Of(typeof(ScheduleLine)), Feed.Of(typeof(PromiseRevision)), Feed.Of(typeof(Delivery)), Feed.Of(typeof(Invoice)), Feed.Of(typeof(Receipt)),
        Feed.Of(typeof(Expense)), Feed.Of(typeof(Target)), Feed.Of(typeof(Forecast)),
        Feed.Of(typeof(ProductionPlan)), Feed.Of(typeof(WorkOrder)), Feed.Of(typeof(OperationReport)), Feed.Of(typeof(WorkCentreDay)), Feed.Of(typeof(CapacityLoad)),
        Feed.Of(typeof(InventoryMove)), Feed.Of(typeof(InventoryDay)), Feed.Of(typeof(PurchaseOrderLine)), Feed.Of(typeof(BomComponent)), Feed.Of(typeof(MrpSuggestion)), Feed.Of(typeof(StockProposal)),
        Feed.Of(typeof(QualityEvent)), Feed.Of(typeof(Ticket)), Feed.Of(typeof(TicketSkill)), Feed.Of(typeof(Visit)), Feed.Of(typeof(PartRequest)),
        Feed.Of(typeof(PartUsage)), Feed.Of(typeof(Survey)), Feed.Of(typeof(DeviceMonth)), Feed.Of(typeof(TelemetryDay)), Feed.Of(typeof(ContractTerm)),
        Feed.Of(typeof(Alert)), Feed.Of(typeof(Approval)), Feed.Of(typeof(IntegrationSync)), Feed.Of(typeof(KpiBaseline)),
        Feed.Of(typeof(ProjectTask)), Feed.Of(typeof(ProjectCost)),
        Feed.Of(typeof(Score)), Feed.Of(typeof(ScoreReason)),
    ];

    /// <summary>Finds a feed by name.</summary>
    /// <param name="name">The name in snake_case.</param>
    /// <returns>The feed, or null when there is none of that name.</returns>
    public static Feed? Find(string name) => All.FirstOrDefault(feed => feed.Name == name);
}
