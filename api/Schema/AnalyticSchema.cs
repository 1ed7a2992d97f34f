using ProdSales.GraphQL.Types;
using ProdSales.GraphQL.Types.Building;
using ProdSales.GraphQL.Types.Scalars;
using ProdSales.Planning.Overriding;
using ProdSales.Predictions.Monitoring;
using ProdSales.Predictions.Registry;
using ProdSales.Predictions.Service;
using ProdSales.Semantics;
using ProdSales.Warehouse;
using ProdSales.Warehouse.Reading;

namespace ProdSales.Schema;

/// <summary>The schema that is served: the contract of a semantic model with everything that answers it.</summary>
public static class AnalyticSchema
{
    /// <summary>Builds the schema. The state of every request is the <see cref="Caller"/> that it comes from.</summary>
    /// <param name="model">What can be asked.</param>
    /// <param name="warehouse">The warehouse that answers, and that mutations change.</param>
    /// <param name="clock">Gives the day of a question that names none, in its local time zone: that of the plant.</param>
    /// <param name="documentAddresses">Addresses of documents by source system, with {document} and {line} where their ids belong; null knows none.</param>
    /// <param name="questions">Counts what is asked of facts; null counts nothing.</param>
    /// <param name="service">Trains and scores in the background; where it is null, both are refused.</param>
    public static GraphQLSchema Build(
        SemanticModel model, WarehouseDatabase warehouse, TimeProvider clock, IReadOnlyDictionary<string, string>? documentAddresses = null, QuestionLog? questions = null, ModelService? service = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(warehouse);
        ReaderPool readers = warehouse.Readers;
        SchemaBuilder schema = Contract(model);
        SubjectResolver subjects = new(warehouse, clock, model, questions);
        foreach (Subject subject in model.Subjects)
        {
            FieldRoles.Attach(schema, model, subject);
            schema.Object("Query").Field(SchemaNames.Camel(subject.Name)).Attach(new SubjectRole(subject)).ResolveSubtree(subjects);
        }

        FieldRoles.AttachTarget(schema);
        CatalogueFields.Resolve(schema, model);
        MemberFields.Resolve(schema, model, readers);
        CurrencyField.Resolve(schema, readers);
        DataVersionField.Resolve(schema, readers);
        KeptRollups rollups = new(readers, model);
        ExplainFields.Resolve(schema, new ExplainQuestion(model, readers, rollups, clock));
        CrossFields.Resolve(schema, new CrossQuestion(model, readers, rollups, clock));
        AppraisalFields.Resolve(schema, new AppraisalQuestion(model, readers, rollups, clock));
        RowFields.Resolve(schema, new RowQuestion(model, readers, rollups, clock, documentAddresses ?? new Dictionary<string, string>()));
        ModelRegistry registry = new(warehouse, clock);
        PredictionFields.Resolve(schema, registry);
        PredictionModelFields.Resolve(schema, registry);
        ModelAlarmFields.Resolve(schema, registry, new WatchLedger(warehouse));
        ModelRunFields.Resolve(schema, new RunLedger(warehouse, clock));
        ScoreFields.Resolve(schema, new ScoreQuestion(model, readers, clock));
        ModelActions.Resolve(schema, registry, service);
        ForecastActions.Resolve(schema, new OverrideDesk(warehouse, clock));
        schema.Object("Subscription").ResolveAs(schema.Object("Query"));
        return schema.Build();
    }

    /// <summary>The contract of a model with its scalars, before anything answers its fields.</summary>
    internal static SchemaBuilder Contract(SemanticModel model)
    {
        SchemaBuilder schema = new SchemaBuilder().AddSdl(SchemaText.Of(model));
        schema.Scalar("Date").Codec(new DateCodec());
        schema.Scalar("Decimal").Codec(new DecimalCodec());
        schema.Scalar("DateTime").Codec(new DateTimeCodec());
        schema.Scalar("Long").Codec(new LongCodec());
        return schema;
    }
}
