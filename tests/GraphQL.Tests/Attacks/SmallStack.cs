namespace ProdSales.GraphQL.Tests.Attacks;

/// <summary>Runs work on a thread whose stack is a sixth of the usual one: what fits there cannot be killed by nesting.</summary>
internal static class SmallStack
{
    public static T Run<T>(Func<T> work)
    {
        T result = default!;
        Exception? failure = null;
        Thread thread = new(
            () =>
            {
                try
                {
                    result = work();
                }
                catch (Exception exception)
                {
                    failure = exception;
                }
            },
            256 * 1024);
        thread.Start();
        thread.Join();
        return failure is null ? result : throw new InvalidOperationException("The work failed.", failure);
    }
}
