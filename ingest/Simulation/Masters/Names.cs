using ProdSales.Simulation.Randomness;

namespace ProdSales.Simulation.Masters;

/// <summary>Invents names of people and companies.</summary>
internal static class Names
{
    private const string Surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";

    private const string GivenFirst = "建志文晓海国玉春明永丽雪思佳俊浩宇子雨欣振立德少光学新兴金长东家天云秀桂凤红美";

    private const string GivenSecond = "华强军平辉峰杰涛磊勇斌鹏飞波宁超敏静芳燕玲娟霞萍洁婷莉琳怡悦涵轩睿晨阳航博林森江河山";

    private const string BrandFirst = "恒盛华鑫宏远中正泰安瑞丰嘉天金永新利通达联捷信诚顺德康博凯润百众";

    private const string BrandSecond = "达源通泰隆兴昌和利丰成旺信业联捷能科诚益康润腾宇峰海川星辰邦";

    private static readonly string[] Endings = ["有限公司", "股份有限公司", "集团有限公司"];

    internal static string Person(RandomStream dice) =>
        $"{Letter(Surnames, dice)}{(dice.Chance(0.85) ? Letter(GivenFirst, dice) : "")}{Letter(GivenSecond, dice)}";

    internal static string Company(RandomStream dice, string city, string industry) =>
        $"{city}{Letter(BrandFirst, dice)}{Letter(BrandSecond, dice)}{industry}{dice.Pick(Endings)}";

    private static char Letter(string letters, RandomStream dice) => letters[(int)(letters.Length * dice.Unit())];
}
