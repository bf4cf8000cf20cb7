import Fangan
import FanganExport
import FanganGraph
import FanganStore
import Foundation

/// Small plans of our own, and graphs of them.
enum Plans {
    static func text(_ place: String = "园林", month: Int = 9, number: Int = 8) -> String {
        """
        清河市人民政府办公室关于印发《清河市城市公园建设工作方案》的通知
        清政办发〔2023〕\(number)号
        清河市城市公园建设工作方案
        一、主要任务
        （一）新建口袋公园。2023年\(month)月底前新建口袋公园不少于12个，得2分，ＰＭ2.5下降5%。每年9月检查。（牵头单位：市\(place)局；责任单位：市财政局）
        （二）加强管护。一是做好日常管护。二是2023年6月底前补植行道树。按《城市绿化条例》执行。（责任单位：市财政局）

        清河市人民政府办公室
        2023年3月5日
        """
    }

    /// Two plans under one notice, and a document with a number of its own behind them.
    static let two = """
        清河市人民政府办公室关于印发清河市公园建设等工作方案的通知
        清政办发〔2023〕8号
        各区人民政府：
        现将《清河市城市公园建设工作方案》《清河市河道清理工作方案》印发给你们，请认真落实。
        清河市人民政府办公室
        2023年3月5日
        清河市城市公园建设工作方案
        为建好公园，制定本方案。
        一、新建公园。2023年9月底前新建公园12个。（责任单位：市园林局）
        二、加强管护。做好补植。（责任单位：市财政局）
        清河市河道清理工作方案
        为清理河道，制定本方案。
        一、清理河道。2023年6月底前完成清淤。（责任单位：市水务局）
        二、加强巡查。做好巡查。（责任单位：市水务局）
        清河市人民政府办公室关于印发《清河市校园绿化工作方案》的通知
        清政办发〔2023〕9号
        各区人民政府：
        现将《清河市校园绿化工作方案》印发给你们，请认真落实。
        清河市人民政府办公室
        2023年4月1日
        清河市校园绿化工作方案
        为绿化校园，制定本方案。
        一、绿化校园。完成补植。（责任单位：市教育局）
        二、管护校园。做好浇水。（责任单位：市教育局）
        清河市校舍修缮工作方案
        为修缮校舍，制定本方案。
        一、修缮校舍。完成修缮。（责任单位：市教育局）
        """

    static func graph(_ text: String, name: String) throws -> TaskGraph {
        try Pipeline().run(bytes: Array(text.utf8), uri: name + ".txt", name: name).graph
    }
}

/// A folder that is there for one test.
final class StoreFolder: Sendable {
    let path: String
    init() throws {
        path = NSTemporaryDirectory() + "fangan-store-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
    deinit { try? FileManager.default.removeItem(atPath: path) }
    var store: String { path + "/" + StoreWriter.fileName }
}
