using ProdSales.GraphQL;
using ProdSales.Semantics;
using ProdSales.Warehouse;

namespace ProdSales.Schema;

/// <summary>What a caller reads when the warehouse had to leave a question unanswered though nothing is broken.</summary>
public static class WarehouseRefusal
{
    private static readonly LocalisedText Busy = new("服务器正忙，请稍后再试。", "The server is busy; try again in a moment.");

    private static readonly LocalisedText TimedOut = new("查询耗时过长，已取消；请缩小范围后再试。", "The question took too long and was cancelled; ask for less.");

    private static readonly LocalisedText TooLarge = new("查询所需内存超过服务器的上限；请缩小范围后再试。", "The question needs more memory than the server may take; ask for less.");

    /// <summary>The error for an exception, in the language of the request's state; null where it is a defect, which stays masked.</summary>
    public static GraphQLError? Describe(Exception exception, object? state) => exception is not WarehouseException error ? null : error.Kind switch
    {
        WarehouseErrorKind.Busy => In(ErrorCodes.Busy, Busy, state),
        WarehouseErrorKind.TimedOut => In(ErrorCodes.TimedOut, TimedOut, state),
        WarehouseErrorKind.OutOfMemory => In("question-too-large", TooLarge, state),
        _ => null,
    };

    private static GraphQLError In(string code, LocalisedText text, object? state) => new Refusal(code, text, new Dictionary<string, object?>()).ErrorFor(state);
}
