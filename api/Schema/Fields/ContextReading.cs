using ProdSales.GraphQL.Execution.Resolution;
using ProdSales.Semantics;

namespace ProdSales.Schema;

/// <summary>Reads what resolvers of the contract's own types are given.</summary>
internal static class ContextReading
{
    /// <summary>The object around the field.</summary>
    /// <typeparam name="T">What the field's type stands for.</typeparam>
    internal static T Of<T>(this FieldContext context)
        where T : class => (T)context.Source!;

    /// <summary>A text of the model in the language that the field's argument names.</summary>
    internal static string Told(this FieldContext context, LocalisedText text) =>
        context.Arguments.Value<string>("language") == "EN" ? text.English : text.Chinese;
}
