namespace ProdSales.Simulation.Products;

/// <summary>What the company sells, as lists of name, list price and popularity.</summary>
internal static class Assortment
{
    internal const string Attachments = "属具";

    internal const string Spares = "备件";

    internal const string Services = "服务";

    /// <summary>The machines by product line, family and name, with list price in CNY and popularity.</summary>
    internal const string Machines = """
        电动叉车|平衡重|CPD15 锂电叉车|89000|10
        电动叉车|平衡重|CPD20 锂电叉车|98000|14
        电动叉车|平衡重|CPD25 锂电叉车|112000|16
        电动叉车|平衡重|CPD30 锂电叉车|126000|18
        电动叉车|平衡重|CPD35 锂电叉车|138000|9
        电动叉车|平衡重|CPD50 锂电叉车|228000|3
        电动叉车|三支点|CPDS15 三支点叉车|82000|6
        电动叉车|三支点|CPDS20 三支点叉车|93000|7
        内燃叉车|小吨位|CPCD20 柴油叉车|62000|6
        内燃叉车|小吨位|CPCD25 柴油叉车|66000|8
        内燃叉车|小吨位|CPCD30 柴油叉车|69000|16
        内燃叉车|小吨位|CPCD35 柴油叉车|75000|12
        内燃叉车|小吨位|CPQD30 汽油叉车|72000|4
        内燃叉车|大吨位|CPCD50 柴油叉车|142000|4
        内燃叉车|大吨位|CPCD70 柴油叉车|198000|3
        内燃叉车|大吨位|CPCD100 柴油叉车|328000|1.5
        仓储设备|搬运车|CBD15 托盘搬运车|9800|16
        仓储设备|搬运车|CBD20 托盘搬运车|12500|14
        仓储设备|搬运车|CBD30 托盘搬运车|18600|7
        仓储设备|堆高车|CDD12 堆高车|26000|9
        仓储设备|堆高车|CDD16 堆高车|32000|10
        仓储设备|前移式|CQD16 前移式叉车|118000|6
        仓储设备|前移式|CQD20 前移式叉车|132000|5
        仓储设备|拣选车|OPD10 拣选车|56000|4
        AGV|潜伏式|AGV-L06 潜伏机器人|88000|5
        AGV|潜伏式|AGV-L10 潜伏机器人|108000|4
        AGV|叉车式|AGV-F15 无人叉车|265000|3
        AGV|叉车式|AGV-F20 无人叉车|298000|2.5
        AGV|牵引式|AGV-T30 无人牵引车|155000|1.5
        AGV|窄巷道|AGV-V16 窄巷道无人叉车|420000|1
        牵引车|电动牵引|QDD30 牵引车|48000|4
        牵引车|电动牵引|QDD60 牵引车|76000|4
        牵引车|电动牵引|QDD150 牵引车|168000|1.5
        牵引车|重型牵引|QDD250 牵引车|235000|0.8
        """;

    /// <summary>Options and attachments that go with a machine.</summary>
    internal const string Options = """
        选装件|侧移器|6800|18
        选装件|加长货叉|2600|14
        选装件|蓝光警示灯|680|20
        选装件|倒车影像|1980|16
        选装件|快速充电机|9600|16
        选装件|称重货叉|11800|6
        夹具|纸卷夹|38000|5
        夹具|软包夹|32000|5
        夹具|旋转器|36000|3
        夹具|推拉器|42000|3
        夹具|倾翻架|28000|3
        夹具|串杆|3200|5
        """;

    /// <summary>Spare parts.</summary>
    internal const string SpareParts = """
        滤清|液压滤芯|120|20
        滤清|空气滤芯|95|16
        油品|液压油 18L|380|14
        制动|制动片|260|14
        制动|制动总泵|560|5
        轮胎|实心前轮胎|980|10
        轮胎|实心后轮胎|760|9
        轮胎|承重轮|240|12
        轮胎|驱动轮|1150|8
        门架|起升链条|620|8
        门架|门架滚轮|320|9
        门架|货叉|1250|6
        液压|油封套件|85|15
        液压|多路阀|2450|4
        液压|液压泵|2180|4
        液压|起升油缸|2980|3
        液压|倾斜油缸|1660|3
        液压|转向泵|1460|3
        电气|接触器|420|8
        电气|加速器|540|6
        电气|电控器|3860|4
        电气|仪表|1080|4
        电气|线束|760|4
        电气|电机碳刷|160|8
        电气|充电插头|210|8
        动力|牵引电池|8600|2.5
        动力|充电机|3200|2.5
        动力|起动机|1120|3
        动力|水箱|980|2.5
        导航|激光雷达|9800|1
        车身|座椅|860|4
        车身|灯具|130|9
        """;

    /// <summary>Services that are sold by piece.</summary>
    internal const string ServiceItems = """
        现场|安装调试|1200|10
        现场|年度保养|1800|10
        培训|操作培训|2600|4
        """;

    /// <summary>Cost over list price of the machines of each line, by line.</summary>
    internal static double CostRatio(string line) => line switch
    {
        "电动叉车" => 0.615,
        "内燃叉车" => 0.655,
        "仓储设备" => 0.60,
        "AGV" => 0.565,
        _ => 0.625,
    };
}
