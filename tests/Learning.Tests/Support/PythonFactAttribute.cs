namespace ProdSales.Learning.Tests.Support;

/// <summary>A test against scikit-learn or xgboost for Python; skipped, with the reason, where they are absent.</summary>
public sealed class PythonFactAttribute : FactAttribute
{
    public PythonFactAttribute() => Skip = Python.Absence ?? new XgBoostFactAttribute().Skip;
}
