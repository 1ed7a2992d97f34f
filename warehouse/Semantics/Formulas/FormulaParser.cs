namespace ProdSales.Semantics;

/// <summary>Reads a formula: aggregates and measure names joined by + - * / and parentheses.</summary>
internal sealed class FormulaParser
{
    private static readonly Dictionary<(string Name, int Arguments), ScalarFunction> Scalars = new()
    {
        [("greatest", 2)] = ScalarFunction.Greatest,
        [("or_zero", 1)] = ScalarFunction.OrZero,
        [("when_zero", 2)] = ScalarFunction.WhenZero,
        [("when_known", 2)] = ScalarFunction.WhenKnown,
        [("count_back", 2)] = ScalarFunction.CountBack,
        [("wilson_low", 2)] = ScalarFunction.WilsonLow,
        [("wilson_high", 2)] = ScalarFunction.WilsonHigh,
        [("share_gap_low", 3)] = ScalarFunction.ShareGapLow,
        [("share_gap_high", 3)] = ScalarFunction.ShareGapHigh,
    };

    private readonly IReadOnlyList<FormulaToken> _tokens;
    private int _next;

    private FormulaParser(IReadOnlyList<FormulaToken> tokens) => _tokens = tokens;

    /// <summary>The formula that the text says.</summary>
    /// <exception cref="FormulaException">The text is no formula; the message says where it fails.</exception>
    internal static Formula Parse(string text) => Whole(FormulaLexer.Tokens(text));

    private static Formula Whole(IReadOnlyList<FormulaToken> tokens)
    {
        FormulaParser parser = new(tokens);
        Formula formula = parser.Sum();
        return parser._next == parser._tokens.Count ? formula : throw parser.Unexpected(new("结尾", "the end"));
    }

    /// <summary>A condition over the columns of a fact, to stand beside others.</summary>
    /// <exception cref="FormulaException">The text is no condition.</exception>
    internal static SqlFragment Condition(string text)
    {
        IReadOnlyList<FormulaToken> tokens = FormulaLexer.Tokens(text);
        int depth = 0;
        bool isEither = false;
        foreach (FormulaToken token in tokens)
        {
            depth += token.Text switch { "(" => 1, ")" => -1, _ => 0 };
            isEither |= depth == 0 && token.Kind is FormulaTokenKind.Name && string.Equals(token.Text, "or", StringComparison.OrdinalIgnoreCase);
            if (depth < 0)
            {
                break;
            }
        }

        if (depth != 0 || tokens.Count == 0)
        {
            throw tokens.Count == 0 ? new FormulaException("其中没有内容", "it says nothing") : new FormulaException("括号没有闭合", "its parentheses do not close");
        }

        return new(isEither ? [new(FormulaTokenKind.Symbol, "("), .. tokens, new(FormulaTokenKind.Symbol, ")")] : tokens);
    }

    private Formula Sum()
    {
        Formula left = Product();
        while (Peek() is "+" or "-")
        {
            left = new Arithmetic(Take()[0], left, Product());
        }

        return left;
    }

    private Formula Product()
    {
        Formula left = Operand();
        while (Peek() is "*" or "/")
        {
            left = new Arithmetic(Take()[0], left, Operand());
        }

        return left;
    }

    private Formula Operand()
    {
        if (Peek() == "(")
        {
            Take();
            Formula inner = Sum();
            Expect(")");
            return inner;
        }

        if (_next == _tokens.Count)
        {
            throw Unexpected(new("指标、聚合或数字", "a measure, an aggregate or a number"));
        }

        return _tokens[_next].Kind switch
        {
            FormulaTokenKind.Number => new Constant(Take()),
            FormulaTokenKind.Name when _next + 1 < _tokens.Count && _tokens[_next + 1].Text == "(" => Call(),
            FormulaTokenKind.Name => Reference(),
            _ => throw Unexpected(new("指标、聚合或数字", "a measure, an aggregate or a number")),
        };
    }

    private MeasureReference Reference()
    {
        string name = Take();
        if (Peek() != ".")
        {
            return new(null, name);
        }

        Take();
        return new(name, Take());
    }

    private Formula Call()
    {
        string name = Take().ToLowerInvariant();
        Expect("(");
        if (name == "days" && Peek() == ")")
        {
            Take();
            return new PeriodDays();
        }

        List<List<FormulaToken>> arguments = Arguments();
        if (Scalars.TryGetValue((name, arguments.Count), out ScalarFunction scalar))
        {
            return new ScalarCall(scalar, [.. arguments.Select(Whole)]);
        }

        SqlFragment? filter = Filter();
        List<FormulaToken> first = arguments[0];
        bool isDistinct = first is [{ Kind: FormulaTokenKind.Name } word, ..] && string.Equals(word.Text, "distinct", StringComparison.OrdinalIgnoreCase);
        return (name, arguments.Count) switch
        {
            ("sum", 1) => new UnboundAggregate(AggregateFunction.Sum, new(first), filter, null),
            ("count", 1) when first is [{ Text: "*" }] => new UnboundAggregate(AggregateFunction.Count, null, filter, null),
            ("count", 1) when isDistinct => new UnboundAggregate(AggregateFunction.CountDistinct, new(first[1..]), filter, null),
            ("count", 1) => new UnboundAggregate(AggregateFunction.Count, new(first), filter, null),
            ("avg", 1) => new Arithmetic(
                '/',
                new UnboundAggregate(AggregateFunction.Sum, new(first), filter, null) { IsPartOfMean = true },
                new UnboundAggregate(AggregateFunction.Count, new(first), filter, null) { IsPartOfMean = true }),
            ("median", 1) => new UnboundAggregate(AggregateFunction.Median, new(first), filter, null),
            ("quantile_cont", 2) when arguments[1] is [{ Kind: FormulaTokenKind.Number } share] =>
                new UnboundAggregate(AggregateFunction.Quantile, new(first), filter, share.Text),
            ("survival_median", 2) => new UnboundAggregate(AggregateFunction.SurvivalMedian, new(first), filter, null) { Second = new(arguments[1]) },
            ("rolled_yield", 3) when arguments[2] is [{ Kind: FormulaTokenKind.Name } step] =>
                new UnboundAggregate(AggregateFunction.RolledYield, new(first), filter, null) { Second = new(arguments[1]), Step = step.Text },
            _ => throw NoFunction(name, arguments.Count),
        };
    }

    private static FormulaException NoFunction(string name, int arguments)
    {
        const string Aggregates = "sum, count, avg, median, quantile_cont(value, share), survival_median(duration, has_ended), rolled_yield(good, started, step), days()";
        return new(
            $"不允许 {arguments} 个参数的 {name}；可用 {Aggregates}，以及 {string.Join("、", Scalars.Keys.Select(key => $"{key.Arguments} 个参数的 {key.Name}"))}",
            $"{name} with {arguments} arguments is not allowed; allowed are {Aggregates} and {string.Join(", ", Scalars.Keys.Select(key => $"{key.Name} of {key.Arguments}"))}");
    }

    private SqlFragment? Filter()
    {
        if (!string.Equals(Peek(), "filter", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        Take();
        Expect("(");
        Expect("where");
        List<List<FormulaToken>> parts = Arguments();
        return new([.. parts.SelectMany((part, index) => index == 0 ? part : [new(FormulaTokenKind.Symbol, ","), .. part])]);
    }

    private List<List<FormulaToken>> Arguments()
    {
        List<List<FormulaToken>> arguments = [[]];
        for (int depth = 1; depth > 0; _next++)
        {
            if (_next == _tokens.Count)
            {
                throw Unexpected(new("右括号", "a closing parenthesis"));
            }

            FormulaToken token = _tokens[_next];
            depth += token.Text switch { "(" => 1, ")" => -1, _ => 0 };
            if (depth == 1 && token.Text == ",")
            {
                arguments.Add([]);
            }
            else if (depth > 0)
            {
                arguments[^1].Add(token);
            }
        }

        return arguments[0].Count == 0 ? throw new FormulaException("聚合需要参数，或用 * 计数行", "an aggregate needs an argument, or * to count rows") : arguments;
    }

    private string? Peek() => _next < _tokens.Count ? _tokens[_next].Text : null;

    private string Take() => _next < _tokens.Count ? _tokens[_next++].Text : throw Unexpected(new("更多内容", "more"));

    private void Expect(string text)
    {
        if (!string.Equals(Peek(), text, StringComparison.OrdinalIgnoreCase))
        {
            throw Unexpected(new($"“{text}”", $"'{text}'"));
        }

        _next++;
    }

    private FormulaException Unexpected(LocalisedText wanted) => _next < _tokens.Count
        ? new($"“{_tokens[_next].Text}”所在处应为{wanted.Chinese}", $"'{_tokens[_next].Text}' stands where {wanted.English} is expected")
        : new($"它在应有{wanted.Chinese}处结束", $"it ends where {wanted.English} is expected");
}
