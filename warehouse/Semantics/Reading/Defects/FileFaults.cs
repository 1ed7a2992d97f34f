namespace ProdSales.Semantics;

/// <summary>What is wrong with a file before it is known what it defines.</summary>
internal static class FileFaults
{
    internal static ModelFault FileUnreadable(LocalisedText reason) => new(
        ModelDefectCodes.FileUnreadable, new($"无法读取：{reason.Chinese.TrimEnd('.')}。", $"It cannot be read: {reason.English.TrimEnd('.')}."));

    internal static ModelFault TooDeep(int most) => new(ModelDefectCodes.YamlTooDeep, new($"文件嵌套超过 {most} 层。", $"The file nests deeper than {most} levels."));

    internal static ModelFault NotOneMapping() => new(ModelDefectCodes.YamlNotAMapping, new("文件必须只含一个映射。", "The file must hold one mapping."));

    internal static ModelFault NotYaml(string detail) => new(ModelDefectCodes.YamlUnreadable, new($"不是 YAML：{detail}", $"Not YAML: {detail}"));

    internal static ModelFault UnknownKey(string key, IReadOnlyCollection<string> allowed) => new(
        ModelDefectCodes.UnknownKey, new($"此处没有键“{key}”；可用 {string.Join("、", allowed)}。", $"\"{key}\" is no key here; allowed are {string.Join(", ", allowed)}."));

    internal static ModelFault Missing(string key) => new(ModelDefectCodes.MissingKey, new($"缺少“{key}”。", $"\"{key}\" is missing."));

    internal static ModelFault NotAText(string key) => new(ModelDefectCodes.NotAText, new($"“{key}”必须是文本。", $"\"{key}\" must be a text."));

    internal static ModelFault EntryNotAText(string key) => new(ModelDefectCodes.NotAText, new($"“{key}”的每一项必须是文本。", $"An entry of \"{key}\" must be a text."));

    internal static ModelFault NotAMapping(string key) => new(ModelDefectCodes.NotAMapping, new($"“{key}”必须是映射。", $"\"{key}\" must be a mapping."));

    internal static ModelFault EntryNotAMapping(string key) => new(ModelDefectCodes.NotAMapping, new($"“{key}”的每一项必须是映射。", $"An entry of \"{key}\" must be a mapping."));

    internal static ModelFault NotAList(string key) => new(ModelDefectCodes.NotAList, new($"“{key}”必须是列表。", $"\"{key}\" must be a list."));

    internal static ModelFault NotAllowed(string key, string text, IEnumerable<string> allowed) => new(
        ModelDefectCodes.ValueNotAllowed,
        new($"“{key}: {text}”不是允许的值；可用 {string.Join("、", allowed)}。", $"\"{key}: {text}\" is not allowed; allowed are {string.Join(", ", allowed)}."));
}
