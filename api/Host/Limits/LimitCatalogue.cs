namespace ProdSales.Host.Limits;

/// <summary>Every limit that an operator can set, by its name.</summary>
internal static class LimitCatalogue
{
    internal static IReadOnlyList<Limit> All { get; } = [.. OfDocuments(), .. OfRequests(), .. OfStreams(), .. OfWarehouse()];

    private static Limit[] OfDocuments() =>
    [
        new("depth", 1, 200, limits => limits.Engine.Depth, (limits, value) => limits with { Engine = limits.Engine with { Depth = (int)value } }),
        new("tokens", 1, 1_000_000, limits => limits.Engine.Tokens, (limits, value) => limits with { Engine = limits.Engine with { Tokens = (int)value } }),
        new("document_bytes", 100, 16_777_216, limits => limits.Engine.DocumentBytes, (limits, value) => limits with { Engine = limits.Engine with { DocumentBytes = (int)value } }),
        new("string_bytes", 1, 16_777_216, limits => limits.Engine.StringBytes, (limits, value) => limits with { Engine = limits.Engine with { StringBytes = (int)value } }),
        new("number_length", 1, 10_000, limits => limits.Engine.NumberLength, (limits, value) => limits with { Engine = limits.Engine with { NumberLength = (int)value } }),
        new("list_items", 1, 1_000_000, limits => limits.Engine.ListItems, (limits, value) => limits with { Engine = limits.Engine with { ListItems = (int)value } }),
        new("aliases", 0, 100_000, limits => limits.Engine.Aliases, (limits, value) => limits with { Engine = limits.Engine with { Aliases = (int)value } }),
        new("aliases_in_one_selection", 0, 100_000, limits => limits.Engine.AliasesInOneSelection, (limits, value) => limits with { Engine = limits.Engine with { AliasesInOneSelection = (int)value } }),
        new("root_fields", 1, 10_000, limits => limits.Engine.RootFields, (limits, value) => limits with { Engine = limits.Engine with { RootFields = (int)value } }),
        new("directives", 0, 100_000, limits => limits.Engine.Directives, (limits, value) => limits with { Engine = limits.Engine with { Directives = (int)value } }),
        new("directives_at_one_place", 0, 10_000, limits => limits.Engine.DirectivesAtOnePlace, (limits, value) => limits with { Engine = limits.Engine with { DirectivesAtOnePlace = (int)value } }),
        new("operations", 1, 10_000, limits => limits.Engine.Operations, (limits, value) => limits with { Engine = limits.Engine with { Operations = (int)value } }),
        new("fragments", 0, 100_000, limits => limits.Engine.Fragments, (limits, value) => limits with { Engine = limits.Engine with { Fragments = (int)value } }),
        new("variables", 0, 100_000, limits => limits.Engine.Variables, (limits, value) => limits with { Engine = limits.Engine with { Variables = (int)value } }),
        new("fragment_visits", 0, 1_000_000, limits => limits.Engine.FragmentVisits, (limits, value) => limits with { Engine = limits.Engine with { FragmentVisits = (int)value } }),
        new("expanded_fields", 1, 1_000_000, limits => limits.Engine.ExpandedFields, (limits, value) => limits with { Engine = limits.Engine with { ExpandedFields = (int)value } }),
        new("part_directives", 0, 10_000, limits => limits.Engine.PartDirectives, (limits, value) => limits with { Engine = limits.Engine with { PartDirectives = (int)value } }),
        new("parts", 0, 1_000_000, limits => limits.Engine.Parts, (limits, value) => limits with { Engine = limits.Engine with { Parts = (int)value } }),
        new("field_cost", 1, 1_000_000_000_000, limits => limits.Engine.FieldCost, (limits, value) => limits with { Engine = limits.Engine with { FieldCost = value } }),
        new("type_cost", 1, 1_000_000_000_000, limits => limits.Engine.TypeCost, (limits, value) => limits with { Engine = limits.Engine with { TypeCost = value } }),
        new("introspection_depth", 1, 100, limits => limits.Engine.IntrospectionDepth, (limits, value) => limits with { Engine = limits.Engine with { IntrospectionDepth = (int)value } }),
        new("introspection_type_depth", 1, 100, limits => limits.Engine.IntrospectionTypeDepth, (limits, value) => limits with { Engine = limits.Engine with { IntrospectionTypeDepth = (int)value } }),
        new("errors", 1, 10_000, limits => limits.Engine.Errors, (limits, value) => limits with { Engine = limits.Engine with { Errors = (int)value } }),
        new("validation_errors", 1, 10_000, limits => limits.Engine.ValidationErrors, (limits, value) => limits with { Engine = limits.Engine with { ValidationErrors = (int)value } }),
        new("field_comparisons", 100, 100_000_000, limits => limits.Engine.FieldComparisons, (limits, value) => limits with { Engine = limits.Engine with { FieldComparisons = (int)value } }),
        new("cache_bytes", 0, 8_589_934_592, limits => limits.Engine.CacheBytes, (limits, value) => limits with { Engine = limits.Engine with { CacheBytes = value } }),
    ];

    private static Limit[] OfRequests() =>
    [
        new("body_bytes", 1_000, 67_108_864, limits => limits.BodyBytes, (limits, value) => limits with { BodyBytes = (int)value }),
        new("json_depth", 1, 200, limits => limits.JsonDepth, (limits, value) => limits with { JsonDepth = (int)value }),
        new("batch_size", 0, 100, limits => limits.BatchSize, (limits, value) => limits with { BatchSize = (int)value }),
        new("timeout_seconds", 1, 3_600, limits => (long)limits.Timeout.TotalSeconds, (limits, value) => limits with { Timeout = TimeSpan.FromSeconds(value) }),
    ];

    private static Limit[] OfStreams() =>
    [
        new("streams", 0, 100_000, limits => limits.Streams.Connections, (limits, value) => limits with { Streams = limits.Streams with { Connections = (int)value } }),
        new("streams_of_one_user", 0, 100_000, limits => limits.Streams.ConnectionsOfOneUser, (limits, value) => limits with { Streams = limits.Streams with { ConnectionsOfOneUser = (int)value } }),
        new("stream_operations", 1, 10_000, limits => limits.Streams.Operations, (limits, value) => limits with { Streams = limits.Streams with { Operations = (int)value } }),
        new("stream_init_seconds", 1, 3_600, limits => (long)limits.Streams.InitTimeout.TotalSeconds, (limits, value) => limits with { Streams = limits.Streams with { InitTimeout = TimeSpan.FromSeconds(value) } }),
        new("stream_keep_alive_seconds", 1, 3_600, limits => (long)limits.Streams.KeepAlive.TotalSeconds, (limits, value) => limits with { Streams = limits.Streams with { KeepAlive = TimeSpan.FromSeconds(value) } }),
        new("stream_send_seconds", 1, 3_600, limits => (long)limits.Streams.SendTimeout.TotalSeconds, (limits, value) => limits with { Streams = limits.Streams with { SendTimeout = TimeSpan.FromSeconds(value) } }),
    ];

    private static Limit[] OfWarehouse() =>
    [
        new("statements", 1, 64, limits => limits.Warehouse.Readers, (limits, value) => limits with { Warehouse = limits.Warehouse with { Readers = (int)value } }),
        new("statements_waiting", 0, 100_000, limits => limits.Warehouse.MaxWaiting, (limits, value) => limits with { Warehouse = limits.Warehouse with { MaxWaiting = (int)value } }),
        new("warehouse_memory_bytes", 67_108_864, 1_099_511_627_776, limits => limits.Warehouse.MemoryBytes, (limits, value) => limits with { Warehouse = limits.Warehouse with { MemoryBytes = value } }),
    ];
}
