using System.CommandLine;
using ProdSales.Host.Appraisals;
using ProdSales.Host.Commands;
using ProdSales.Host.Contracts;
using ProdSales.Host.Forecasting;
using ProdSales.Host.Learning;
using ProdSales.Host.Models;
using ProdSales.Host.Planning;
using ProdSales.Host.Predictions;
using ProdSales.Host.Rollups;

RootCommand root = new("ProdSalesService: sales, production and service in one warehouse and on one screen.")
{
    CommonOptions.Language,
    ServeCommand.Create(),
    LoadCommand.Create(),
    SimulateCommand.Create(),
    QueryCommand.Create(),
    ExplainCommand.Create(),
    CrossCommand.Create(),
    AppraiseCommand.Create(),
    RowsCommand.Create(),
    ForecastCommand.Create(),
    ExportCommand.Create(),
    CheckCommand.Create(),
    ModelCommand.Create(),
    SchemaCommand.Create(),
    RollupsCommand.Create(),
    QuarantineCommand.Create(),
    LearnCommand.Create(),
    ScoreCommand.Create(),
    TrainCommand.Create(),
    PredictCommand.Create(),
    PlanCommand.Create(),
    OverrideCommand.Create(),
    RegistryCommand.Create(),
};

return await CommandLine.RunAsync(root, args);
