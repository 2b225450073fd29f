<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="zh_CN">
<context>
    <name>AccessReason</name>
    <message>
        <source>来电核实</source>
        <translation>来电核实</translation>
    </message>
    <message>
        <source>投诉处理</source>
        <translation>投诉处理</translation>
    </message>
    <message>
        <source>风险处置</source>
        <translation>风险处置</translation>
    </message>
    <message>
        <source>监管/司法协查</source>
        <translation>监管/司法协查</translation>
    </message>
    <message>
        <source>质检复核</source>
        <translation>质检复核</translation>
    </message>
    <message>
        <source>其他，须说明</source>
        <translation>其他，须说明</translation>
    </message>
</context>
<context>
    <name>AlertFinder</name>
    <message>
        <source>没有这个编号的告警</source>
        <translation>没有这个编号的告警</translation>
    </message>
    <message>
        <source>只找未了结和已打开过的；更早的在「告警 · 历史」</source>
        <translation>只找未了结和已打开过的；更早的在「告警 · 历史」</translation>
    </message>
</context>
<context>
    <name>Alerts</name>
    <message>
        <source>系统</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>已注销的账号</source>
        <translation>已注销的账号</translation>
    </message>
    <message>
        <source>触发 #%1，无数据</source>
        <translation>触发 #%1，无数据</translation>
    </message>
    <message>
        <source>触发 #%1，%2，样本 %3 条</source>
        <translation>触发 #%1，%2，样本 %3 条</translation>
    </message>
    <message>
        <source>恢复 #%1</source>
        <translation>恢复 #%1</translation>
    </message>
    <message>
        <source>恢复 #%1，%2，样本 %3 条</source>
        <translation>恢复 #%1，%2，样本 %3 条</translation>
    </message>
    <message>
        <source>%1 确认知晓：%2</source>
        <translation>%1 确认知晓：%2</translation>
    </message>
    <message>
        <source>%1 处置完成：%2</source>
        <translation>%1 处置完成：%2</translation>
    </message>
    <message>
        <source>%1 转交 %2</source>
        <translation>%1 转交 %2</translation>
    </message>
    <message>
        <source>%1 搁置至 %2：%3</source>
        <translation>%1 搁置至 %2：%3</translation>
    </message>
    <message>
        <source>%1 取消搁置</source>
        <translation>%1 取消搁置</translation>
    </message>
    <message>
        <source>搁置到期</source>
        <translation>搁置到期</translation>
    </message>
    <message>
        <source>开始抑制</source>
        <translation>开始抑制</translation>
    </message>
    <message>
        <source>结束抑制</source>
        <translation>结束抑制</translation>
    </message>
    <message>
        <source>该触发已恢复并再次触发（#%1）。请确认新的触发。</source>
        <translation>该触发已恢复并再次触发（#%1）。请确认新的触发。</translation>
    </message>
    <message>
        <source>该触发已恢复并再次触发。请按 F5 取得新的触发，再确认。</source>
        <translation>该触发已恢复并再次触发。请按 F5 取得新的触发，再确认。</translation>
    </message>
    <message>
        <source>该告警已有人确认，无需再次确认。您的说明仍在输入框里。</source>
        <translation>该告警已有人确认，无需再次确认。您的说明仍在输入框里。</translation>
    </message>
    <message>
        <source>该告警已由%1于 %2 确认，无需再次确认。您的说明仍在输入框里。</source>
        <translation>该告警已由%1于 %2 确认，无需再次确认。您的说明仍在输入框里。</translation>
    </message>
    <message>
        <source>还没有人确认知晓，不能记为处置完成。请先按 A 确认知晓。</source>
        <translation>还没有人确认知晓，不能记为处置完成。请先按 A 确认知晓。</translation>
    </message>
    <message>
        <source>该告警已记为处置完成，无需再次填写。您的说明仍在输入框里。</source>
        <translation>该告警已记为处置完成，无需再次填写。您的说明仍在输入框里。</translation>
    </message>
    <message>
        <source>该告警已由%1于 %2 处置完成。您的说明仍在输入框里。</source>
        <translation>该告警已由%1于 %2 处置完成。您的说明仍在输入框里。</translation>
    </message>
    <message>
        <source>该告警已按设计抑制或停用，不需要再搁置。</source>
        <translation>该告警已按设计抑制或停用，不需要再搁置。</translation>
    </message>
    <message>
        <source>该告警已不在搁置中，没有可取消的搁置。</source>
        <translation>该告警已不在搁置中，没有可取消的搁置。</translation>
    </message>
    <message>
        <source>搁置的到期时间已过，或超出您的角色可用的时长。请改短后再提交。</source>
        <translation>搁置的到期时间已过，或超出您的角色可用的时长。请改短后再提交。</translation>
    </message>
    <message>
        <source>没有这个账号，或该账号不处理告警。请核对账号后再转交。</source>
        <translation>没有这个账号，或该账号不处理告警。请核对账号后再转交。</translation>
    </message>
    <message>
        <source>找不到这条告警，可能已转交他人。列表会随后更新。</source>
        <translation>找不到这条告警，可能已转交他人。列表会随后更新。</translation>
    </message>
    <message>
        <source>您的角色只能查看告警。如需处理，请联系值班风控或主管。</source>
        <translation>您的角色只能查看告警。如需处理，请联系值班风控或主管。</translation>
    </message>
    <message>
        <source>没有收到中枢的回答，不能确定是否已确认。说明仍在输入框里；连接恢复后再按 A，不会重复记录。</source>
        <translation>没有收到中枢的回答，不能确定是否已确认。说明仍在输入框里；连接恢复后再按 A，不会重复记录。</translation>
    </message>
    <message>
        <source>没有收到中枢的回答，不能确定是否已记录。内容仍在；连接恢复后再提交，不会重复记录。</source>
        <translation>没有收到中枢的回答，不能确定是否已记录。内容仍在；连接恢复后再提交，不会重复记录。</translation>
    </message>
    <message>
        <source>中枢正忙，没有记录。请在 %1 之后再提交，内容仍在。</source>
        <translation>中枢正忙，没有记录。请在 %1 之后再提交，内容仍在。</translation>
    </message>
    <message>
        <source>中枢正忙，没有记录。请在 10 秒后再提交，内容仍在。</source>
        <translation>中枢正忙，没有记录。请在 10 秒后再提交，内容仍在。</translation>
    </message>
    <message>
        <source>登录已结束，没有记录。重新登录后内容仍在。</source>
        <translation>登录已结束，没有记录。重新登录后内容仍在。</translation>
    </message>
    <message>
        <source>没有记录，中枢没能完成这一步。请联系支持，并告知编号 %1。</source>
        <translation>没有记录，中枢没能完成这一步。请联系支持，并告知编号 %1。</translation>
    </message>
    <message>
        <source>已确认知晓</source>
        <translation>已确认知晓</translation>
    </message>
    <message>
        <source>已记为处置完成</source>
        <translation>已记为处置完成</translation>
    </message>
    <message>
        <source>已转交</source>
        <translation>已转交</translation>
    </message>
    <message>
        <source>已搁置</source>
        <translation>已搁置</translation>
    </message>
    <message>
        <source>已取消搁置</source>
        <translation>已取消搁置</translation>
    </message>
    <message>
        <source>%1送达率</source>
        <translation>%1送达率</translation>
    </message>
    <message>
        <source>%1回执率</source>
        <translation>%1回执率</translation>
    </message>
    <message>
        <source>%1失败率</source>
        <translation>%1失败率</translation>
    </message>
    <message>
        <source>%1积压</source>
        <translation>%1积压</translation>
    </message>
    <message>
        <source>告警监控停顿</source>
        <translation>告警监控停顿</translation>
    </message>
    <message>
        <source>紧急</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>重要</source>
        <translation>重要</translation>
    </message>
    <message>
        <source>一般</source>
        <translation>一般</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>待确认</source>
        <translation>待确认</translation>
    </message>
    <message>
        <source>处理中</source>
        <translation>处理中</translation>
    </message>
    <message>
        <source>已恢复未确认</source>
        <translation>已恢复未确认</translation>
    </message>
    <message>
        <source>搁置</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>设计抑制</source>
        <translation>设计抑制</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>历史</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>搁置</source>
        <comment>badge</comment>
        <translation>搁置</translation>
    </message>
    <message>
        <source>抑制</source>
        <comment>badge</comment>
        <translation>抑制</translation>
    </message>
    <message>
        <source>停用</source>
        <comment>badge</comment>
        <translation>停用</translation>
    </message>
    <message>
        <source>未认领</source>
        <translation>未认领</translation>
    </message>
    <message>
        <source>送达率</source>
        <translation>送达率</translation>
    </message>
    <message>
        <source>回执率</source>
        <translation>回执率</translation>
    </message>
    <message>
        <source>失败率</source>
        <translation>失败率</translation>
    </message>
    <message>
        <source>积压</source>
        <translation>积压</translation>
    </message>
    <message>
        <source>监控停顿</source>
        <translation>监控停顿</translation>
    </message>
    <message>
        <source>%1 条</source>
        <translation>%1 条</translation>
    </message>
    <message>
        <source>%1 秒</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1无数据</source>
        <translation>%1无数据</translation>
    </message>
    <message>
        <source>%1 %2，低于 %3</source>
        <translation>%1 %2，低于 %3</translation>
    </message>
    <message>
        <source>%1 %2，高于 %3</source>
        <translation>%1 %2，高于 %3</translation>
    </message>
    <message>
        <source>规则 %1 · 中枢自身</source>
        <translation>规则 %1 · 中枢自身</translation>
    </message>
    <message>
        <source>规则 %1 · 近 %2 分钟 · 样本 %3</source>
        <translation>规则 %1 · 近 %2 分钟 · 样本 %3</translation>
    </message>
    <message>
        <source>活动，已确认</source>
        <translation>活动，已确认</translation>
    </message>
    <message>
        <source>活动，未确认</source>
        <translation>活动，未确认</translation>
    </message>
    <message>
        <source>已恢复，已确认</source>
        <translation>已恢复，已确认</translation>
    </message>
    <message>
        <source>已恢复，未确认</source>
        <translation>已恢复，未确认</translation>
    </message>
    <message>
        <source>活动 %1</source>
        <translation>活动 %1</translation>
    </message>
    <message>
        <source>已恢复</source>
        <translation>已恢复</translation>
    </message>
    <message>
        <source>%1 恢复</source>
        <translation>%1 恢复</translation>
    </message>
    <message>
        <source>已确认，已处置</source>
        <translation>已确认，已处置</translation>
    </message>
    <message>
        <source>已确认</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>未确认</source>
        <translation>未确认</translation>
    </message>
    <message>
        <source>未抑制，已处置</source>
        <translation>未抑制，已处置</translation>
    </message>
    <message>
        <source>未抑制</source>
        <translation>未抑制</translation>
    </message>
    <message>
        <source>搁置至 %1</source>
        <translation>搁置至 %1</translation>
    </message>
    <message>
        <source>按设计抑制</source>
        <translation>按设计抑制</translation>
    </message>
    <message>
        <source>被规则 %1 抑制</source>
        <translation>被规则 %1 抑制</translation>
    </message>
    <message>
        <source>规则已停用</source>
        <translation>规则已停用</translation>
    </message>
    <message>
        <source>离线确认 %1</source>
        <translation>离线确认 %1</translation>
    </message>
    <message>
        <source>%1 天 %2</source>
        <translation>%1 天 %2</translation>
    </message>
    <message>
        <source>%1 月 %2 日 %3</source>
        <comment>month, day, time</comment>
        <translation>%1 月 %2 日 %3</translation>
    </message>
    <message>
        <source>%1 起</source>
        <translation>%1 起</translation>
    </message>
    <message>
        <source>规则超过 %1 没有评估</source>
        <translation>规则超过 %1 没有评估</translation>
    </message>
    <message>
        <source>近 %1 分钟%2低于 %3</source>
        <translation>近 %1 分钟%2低于 %3</translation>
    </message>
    <message>
        <source>近 %1 分钟%2高于 %3</source>
        <translation>近 %1 分钟%2高于 %3</translation>
    </message>
    <message>
        <source>无数据，样本 %1 条；不视为恢复</source>
        <translation>无数据，样本 %1 条；不视为恢复</translation>
    </message>
    <message>
        <source>%1，样本 %2 条</source>
        <translation>%1，样本 %2 条</translation>
    </message>
    <message>
        <source>搁置将于 %1 到期</source>
        <translation>搁置将于 %1 到期</translation>
    </message>
    <message>
        <source>处置完成</source>
        <translation>处置完成</translation>
    </message>
    <message>
        <source>转交</source>
        <translation>转交</translation>
    </message>
    <message>
        <source>取消搁置</source>
        <translation>取消搁置</translation>
    </message>
    <message>
        <source>确认知晓</source>
        <translation>确认知晓</translation>
    </message>
    <message>
        <source>告警已再次触发</source>
        <translation>告警已再次触发</translation>
    </message>
    <message>
        <source>已有人先确认</source>
        <translation>已有人先确认</translation>
    </message>
    <message>
        <source>还没有人确认知晓</source>
        <translation>还没有人确认知晓</translation>
    </message>
    <message>
        <source>已有人记为处置完成</source>
        <translation>已有人记为处置完成</translation>
    </message>
    <message>
        <source>告警已抑制或停用</source>
        <translation>告警已抑制或停用</translation>
    </message>
    <message>
        <source>告警已不在搁置中</source>
        <translation>告警已不在搁置中</translation>
    </message>
    <message>
        <source>%1 离线于 %2 的%3未生效，%4</source>
        <translation>%1 离线于 %2 的%3未生效，%4</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>到时未记处置，确认自动取消</source>
        <translation>到时未记处置，确认自动取消</translation>
    </message>
    <message>
        <source>确认至 %1</source>
        <translation>确认至 %1</translation>
    </message>
</context>
<context>
    <name>AlertsPage</name>
    <message>
        <source>这段时间没有数据</source>
        <translation>这段时间没有数据</translation>
    </message>
    <message>
        <source>本机只有近 24 小时的逐分钟数据，缺口不按 0 画</source>
        <translation>本机只有近 24 小时的逐分钟数据，缺口不按 0 画</translation>
    </message>
    <message>
        <source>正在取得逐分钟数据</source>
        <translation>正在取得逐分钟数据</translation>
    </message>
    <message>
        <source>告警线 %1</source>
        <translation>告警线 %1</translation>
    </message>
</context>
<context>
    <name>ChartView</name>
    <message>
        <source>无数据</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>%1 起</source>
        <comment>first label of an axis that starts above 0</comment>
        <translation>%1 起</translation>
    </message>
</context>
<context>
    <name>EntryWords</name>
    <message>
        <source>呼入</source>
        <translation>呼入</translation>
    </message>
    <message>
        <source>呼出</source>
        <translation>呼出</translation>
    </message>
    <message>
        <source>已接通</source>
        <translation>已接通</translation>
    </message>
    <message>
        <source>未接听</source>
        <translation>未接听</translation>
    </message>
    <message>
        <source>占线</source>
        <translation>占线</translation>
    </message>
    <message>
        <source>关机或停机</source>
        <translation>关机或停机</translation>
    </message>
    <message>
        <source>非本人接听</source>
        <translation>非本人接听</translation>
    </message>
    <message>
        <source>来电，%1</source>
        <comment>outcome</comment>
        <translation>来电，%1</translation>
    </message>
    <message>
        <source>去电，%1</source>
        <comment>outcome</comment>
        <translation>去电，%1</translation>
    </message>
    <message numerus="yes">
        <source>来电，%1 %n 分钟</source>
        <comment>outcome</comment>
        <translation>
            <numerusform>来电，%1 %n 分钟</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>去电，%1 %n 分钟</source>
        <comment>outcome</comment>
        <translation>
            <numerusform>去电，%1 %n 分钟</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GeneralKeys</name>
    <message>
        <source>列表与时间线</source>
        <translation>列表与时间线</translation>
    </message>
    <message>
        <source>所有列表</source>
        <translation>所有列表</translation>
    </message>
    <message>
        <source>下一行、上一行</source>
        <translation>下一行、上一行</translation>
    </message>
    <message>
        <source>复制所选行（已脱敏）</source>
        <translation>复制所选行（已脱敏）</translation>
    </message>
    <message>
        <source>图表</source>
        <translation>图表</translation>
    </message>
    <message>
        <source>按 Tab 进入</source>
        <translation>按 Tab 进入</translation>
    </message>
    <message>
        <source>移动到点</source>
        <translation>移动到点</translation>
    </message>
    <message>
        <source>最早、最近的点</source>
        <translation>最早、最近的点</translation>
    </message>
    <message>
        <source>换一条线</source>
        <translation>换一条线</translation>
    </message>
    <message>
        <source>放大、缩小、还原</source>
        <translation>放大、缩小、还原</translation>
    </message>
    <message>
        <source>数据表</source>
        <translation>数据表</translation>
    </message>
    <message>
        <source>对话框</source>
        <translation>对话框</translation>
    </message>
    <message>
        <source>默认动作，从不是删除</source>
        <translation>默认动作，从不是删除</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>选第 N 项</source>
        <translation>选第 N 项</translation>
    </message>
</context>
<context>
    <name>GlobalSearch</name>
    <message>
        <source>投资者</source>
        <translation>投资者</translation>
    </message>
    <message>
        <source>完整手机号、邮箱、流水号，或姓名 + 手机尾号</source>
        <translation>完整手机号、邮箱、流水号，或姓名 + 手机尾号</translation>
    </message>
    <message>
        <source>告警</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>A- 加编号，例如 A-3F02C1</source>
        <translation>A- 加编号，例如 A-3F02C1</translation>
    </message>
    <message>
        <source>命令</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>&gt; 加动作，例如 &gt;锁定</source>
        <translation>&gt; 加动作，例如 &gt;锁定</translation>
    </message>
    <message>
        <source>快捷键</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>? 加动作或按键</source>
        <translation>? 加动作或按键</translation>
    </message>
    <message>
        <source>没有这个命令</source>
        <translation>没有这个命令</translation>
    </message>
    <message>
        <source>删去几个字再看</source>
        <translation>删去几个字再看</translation>
    </message>
    <message>
        <source>打开快捷键一览</source>
        <translation>打开快捷键一览</translation>
    </message>
</context>
<context>
    <name>InvestorFinder</name>
    <message>
        <source>检索投资者 %1</source>
        <translation>检索投资者 %1</translation>
    </message>
    <message>
        <source>须二次验证，写入审计</source>
        <translation>须二次验证，写入审计</translation>
    </message>
    <message>
        <source>不能这样检索投资者</source>
        <translation>不能这样检索投资者</translation>
    </message>
</context>
<context>
    <name>KpiCsv</name>
    <message>
        <source>全部渠道</source>
        <translation>全部渠道</translation>
    </message>
    <message>
        <source>渠道</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>值</source>
        <translation>值</translation>
    </message>
    <message>
        <source>分子</source>
        <translation>分子</translation>
    </message>
    <message>
        <source>分母</source>
        <translation>分母</translation>
    </message>
    <message>
        <source>P50（毫秒）</source>
        <translation>P50（毫秒）</translation>
    </message>
    <message>
        <source>P95（毫秒）</source>
        <translation>P95（毫秒）</translation>
    </message>
    <message>
        <source>P99（毫秒）</source>
        <translation>P99（毫秒）</translation>
    </message>
    <message>
        <source>上一周期</source>
        <translation>上一周期</translation>
    </message>
    <message>
        <source>公式</source>
        <translation>公式</translation>
    </message>
    <message>
        <source>公式编号</source>
        <translation>公式编号</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>时间（北京时间）</source>
        <translation>时间（北京时间）</translation>
    </message>
    <message>
        <source>应达人数</source>
        <translation>应达人数</translation>
    </message>
    <message>
        <source>送达人数</source>
        <translation>送达人数</translation>
    </message>
    <message>
        <source>已受理条数</source>
        <translation>已受理条数</translation>
    </message>
    <message>
        <source>已送达条数</source>
        <translation>已送达条数</translation>
    </message>
    <message>
        <source>可知送达人数</source>
        <translation>可知送达人数</translation>
    </message>
    <message>
        <source>可信打开人数</source>
        <translation>可信打开人数</translation>
    </message>
    <message>
        <source>确认人数</source>
        <translation>确认人数</translation>
    </message>
    <message>
        <source>首次触达 P95（毫秒）</source>
        <translation>首次触达 P95（毫秒）</translation>
    </message>
    <message>
        <source>区间</source>
        <translation>区间</translation>
    </message>
    <message>
        <source>统计截至</source>
        <translation>统计截至</translation>
    </message>
</context>
<context>
    <name>KpiPage</name>
    <message>
        <source>该区间无数据</source>
        <translation>该区间无数据</translation>
    </message>
    <message>
        <source>最早的记录在 %1</source>
        <translation>最早的记录在 %1</translation>
    </message>
    <message>
        <source>还没有任何发送。有了发送，这里就有数据。</source>
        <translation>还没有任何发送。有了发送，这里就有数据。</translation>
    </message>
    <message>
        <source>无法计算</source>
        <translation>无法计算</translation>
    </message>
    <message>
        <source>较上一周期 %1</source>
        <translation>较上一周期 %1</translation>
    </message>
    <message>
        <source>；</source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>KpiPeople</name>
    <message>
        <source>已确认</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>已打开</source>
        <translation>已打开</translation>
    </message>
    <message>
        <source>始终未送达</source>
        <translation>始终未送达</translation>
    </message>
    <message>
        <source>另有送达</source>
        <translation>另有送达</translation>
    </message>
    <message>
        <source>全部送达</source>
        <translation>全部送达</translation>
    </message>
    <message>
        <source>始终未打开</source>
        <translation>始终未打开</translation>
    </message>
    <message>
        <source>他渠道已打开</source>
        <translation>他渠道已打开</translation>
    </message>
    <message>
        <source>已打开</source>
        <comment>side</comment>
        <translation>已打开</translation>
    </message>
    <message>
        <source>始终未确认</source>
        <translation>始终未确认</translation>
    </message>
    <message>
        <source>他渠道已确认</source>
        <translation>他渠道已确认</translation>
    </message>
    <message>
        <source>已确认</source>
        <comment>side</comment>
        <translation>已确认</translation>
    </message>
    <message>
        <source>始终未触达</source>
        <translation>始终未触达</translation>
    </message>
    <message>
        <source>他渠道已达</source>
        <translation>他渠道已达</translation>
    </message>
    <message>
        <source>已触达</source>
        <translation>已触达</translation>
    </message>
    <message>
        <source>%1，%2</source>
        <comment>time, channel</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>全部渠道</source>
        <translation>全部渠道</translation>
    </message>
    <message>
        <source>%1 人有未送达的（已送达 %2 ÷ 已受理 %3 条）</source>
        <translation>%1 人有未送达的（已送达 %2 ÷ 已受理 %3 条）</translation>
    </message>
    <message>
        <source>未打开 %1 人（已打开 %2 ÷ 可知送达 %3）</source>
        <translation>未打开 %1 人（已打开 %2 ÷ 可知送达 %3）</translation>
    </message>
    <message>
        <source>未确认 %1 人（已确认 %2 ÷ 送达 %3）</source>
        <translation>未确认 %1 人（已确认 %2 ÷ 送达 %3）</translation>
    </message>
    <message>
        <source>未触达 %1 人（已触达 %2 ÷ 应达 %3）</source>
        <translation>未触达 %1 人（已触达 %2 ÷ 应达 %3）</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>channel, outcome</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>没有投递记录</source>
        <translation>没有投递记录</translation>
    </message>
    <message>
        <source>，</source>
        <comment>between outcomes</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>可触达</source>
        <translation>可触达</translation>
    </message>
    <message>
        <source>弱</source>
        <translation>弱</translation>
    </message>
    <message>
        <source>失联</source>
        <translation>失联</translation>
    </message>
    <message>
        <source>（资料已删除）</source>
        <translation>（资料已删除）</translation>
    </message>
</context>
<context>
    <name>KpiWords</name>
    <message>
        <source>条</source>
        <translation>条</translation>
    </message>
    <message>
        <source>人</source>
        <translation>人</translation>
    </message>
    <message>
        <source>按规则不发 %1</source>
        <translation>按规则不发 %1</translation>
    </message>
    <message>
        <source>未改变结论的迟到回执 %1</source>
        <translation>未改变结论的迟到回执 %1</translation>
    </message>
    <message>
        <source>机器打开 %1 条</source>
        <translation>机器打开 %1 条</translation>
    </message>
    <message>
        <source>渠道不可知 %1 人</source>
        <translation>渠道不可知 %1 人</translation>
    </message>
    <message>
        <source>打开但无送达证明 %1 人</source>
        <translation>打开但无送达证明 %1 人</translation>
    </message>
    <message>
        <source>尚未触达 %1</source>
        <translation>尚未触达 %1</translation>
    </message>
    <message>
        <source>触达率（按人）</source>
        <translation>触达率（按人）</translation>
    </message>
    <message>
        <source>送达率（按条）</source>
        <translation>送达率（按条）</translation>
    </message>
    <message>
        <source>可信打开率</source>
        <translation>可信打开率</translation>
    </message>
    <message>
        <source>确认率</source>
        <translation>确认率</translation>
    </message>
    <message>
        <source>首次触达用时 P95</source>
        <translation>首次触达用时 P95</translation>
    </message>
    <message>
        <source>首响用时</source>
        <translation>首响用时</translation>
    </message>
    <message>
        <source>至少一个渠道送达的人数 ÷ 应达人数</source>
        <translation>至少一个渠道送达的人数 ÷ 应达人数</translation>
    </message>
    <message>
        <source>已送达条数 ÷ 通道已受理条数</source>
        <translation>已送达条数 ÷ 通道已受理条数</translation>
    </message>
    <message>
        <source>去重可信打开人数 ÷ 可知渠道的送达人数</source>
        <translation>去重可信打开人数 ÷ 可知渠道的送达人数</translation>
    </message>
    <message>
        <source>已阅读确认人数 ÷ 送达人数</source>
        <translation>已阅读确认人数 ÷ 送达人数</translation>
    </message>
    <message>
        <source>从计划到任一渠道首次送达</source>
        <translation>从计划到任一渠道首次送达</translation>
    </message>
    <message>
        <source>从客户提问到首次人工回应</source>
        <translation>从客户提问到首次人工回应</translation>
    </message>
    <message>
        <source>送达人数 ÷ 应达人数</source>
        <translation>送达人数 ÷ 应达人数</translation>
    </message>
    <message>
        <source>已送达 ÷ 已受理</source>
        <translation>已送达 ÷ 已受理</translation>
    </message>
    <message>
        <source>打开 ÷ 已送达</source>
        <translation>打开 ÷ 已送达</translation>
    </message>
    <message>
        <source>确认 ÷ 已送达</source>
        <translation>确认 ÷ 已送达</translation>
    </message>
    <message>
        <source>计划至首次送达</source>
        <translation>计划至首次送达</translation>
    </message>
    <message>
        <source>提问至首次回应</source>
        <translation>提问至首次回应</translation>
    </message>
    <message>
        <source>按计划的小时计，同一人只计一次。按规则不发的不算应达；没有联系方式的算应达。</source>
        <translation>按计划的小时计，同一人只计一次。按规则不发的不算应达；没有联系方式的算应达。</translation>
    </message>
    <message>
        <source>按受理的小时计；晚到的回执改写受理的那一小时。演练不计入。</source>
        <translation>按受理的小时计；晚到的回执改写受理的那一小时。演练不计入。</translation>
    </message>
    <message>
        <source>打开、点击、回复或确认算一次，机器打开不计入。短信和电话无法得知打开，不计入分母。</source>
        <translation>打开、点击、回复或确认算一次，机器打开不计入。短信和电话无法得知打开，不计入分母。</translation>
    </message>
    <message>
        <source>任一渠道的阅读确认都算，同一人只计一次。</source>
        <translation>任一渠道的阅读确认都算，同一人只计一次。</translation>
    </message>
    <message>
        <source>分位数按 5% 的档计，至多偏高 5%。尚未触达的不在分位数内。</source>
        <translation>分位数按 5% 的档计，至多偏高 5%。尚未触达的不在分位数内。</translation>
    </message>
    <message>
        <source>客户来电与提问尚未接入记录。</source>
        <translation>客户来电与提问尚未接入记录。</translation>
    </message>
    <message>
        <source>分母为 0，没有可计的</source>
        <translation>分母为 0，没有可计的</translation>
    </message>
    <message>
        <source>送达的渠道都无法得知打开</source>
        <translation>送达的渠道都无法得知打开</translation>
    </message>
    <message>
        <source>来电与提问尚未接入记录</source>
        <translation>来电与提问尚未接入记录</translation>
    </message>
    <message>
        <source>无法计算</source>
        <translation>无法计算</translation>
    </message>
    <message>
        <source>中位 %1，P99 %2</source>
        <translation>中位 %1，P99 %2</translation>
    </message>
    <message>
        <source>%1 ÷ %2 %3</source>
        <comment>numerator, denominator, unit</comment>
        <translation>%1 ÷ %2 %3</translation>
    </message>
    <message>
        <source>上一周期无数据</source>
        <translation>上一周期无数据</translation>
    </message>
    <message>
        <source>持平</source>
        <translation>持平</translation>
    </message>
    <message>
        <source>%1 %2 点</source>
        <comment>arrow, percentage points</comment>
        <translation>%1 %2 点</translation>
    </message>
    <message>
        <source>未计入：%1</source>
        <translation>未计入：%1</translation>
    </message>
    <message>
        <source>，</source>
        <translation>，</translation>
    </message>
    <message>
        <source>应达人数</source>
        <translation>应达人数</translation>
    </message>
    <message>
        <source>已受理条数</source>
        <translation>已受理条数</translation>
    </message>
    <message>
        <source>可知送达人数</source>
        <translation>可知送达人数</translation>
    </message>
    <message>
        <source>送达人数</source>
        <translation>送达人数</translation>
    </message>
    <message>
        <source>今日</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>昨日</source>
        <translation>昨日</translation>
    </message>
    <message>
        <source>7 天</source>
        <translation>7 天</translation>
    </message>
    <message>
        <source>30 天</source>
        <translation>30 天</translation>
    </message>
    <message>
        <source>自选</source>
        <translation>自选</translation>
    </message>
    <message>
        <source>%1 至 %2</source>
        <comment>first and last day</comment>
        <translation>%1 至 %2</translation>
    </message>
    <message>
        <source>周一</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>周二</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>周三</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>周四</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>周五</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>周六</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>周日</source>
        <translation>周日</translation>
    </message>
</context>
<context>
    <name>LookWords</name>
    <message>
        <source>没有再次验证，所以没有打开。已有的内容不受影响。按 F5 可重新验证。</source>
        <translation>没有再次验证，所以没有打开。已有的内容不受影响。按 F5 可重新验证。</translation>
    </message>
    <message>
        <source>您的角色不能查看这项内容。本次请求已记录。如因工作需要，请联系值班主管。</source>
        <translation>您的角色不能查看这项内容。本次请求已记录。如因工作需要，请联系值班主管。</translation>
    </message>
    <message>
        <source>中枢没有这项内容，可能已按要求删除。没有显示任何资料。请核对编号后再查。</source>
        <translation>中枢没有这项内容，可能已按要求删除。没有显示任何资料。请核对编号后再查。</translation>
    </message>
    <message>
        <source>中枢没有接受这些检索词。没有查看任何人。请输入完整的手机号、邮箱或流水号。</source>
        <translation>中枢没有接受这些检索词。没有查看任何人。请输入完整的手机号、邮箱或流水号。</translation>
    </message>
    <message>
        <source>列表的位置已失效。已取到的记录仍在。按 F5 从头读取。</source>
        <translation>列表的位置已失效。已取到的记录仍在。按 F5 从头读取。</translation>
    </message>
    <message>
        <source>审计暂时写不进去，所以中枢不显示内容。资料没有丢失。请按 F5 重试。</source>
        <translation>审计暂时写不进去，所以中枢不显示内容。资料没有丢失。请按 F5 重试。</translation>
    </message>
    <message>
        <source>登录已结束，没有打开。请重新登录。</source>
        <translation>登录已结束，没有打开。请重新登录。</translation>
    </message>
    <message>
        <source>连不上中枢，没有取到记录；空白不代表没有发过。恢复后按 F5 重试。</source>
        <translation>连不上中枢，没有取到记录；空白不代表没有发过。恢复后按 F5 重试。</translation>
    </message>
    <message>
        <source>中枢正忙，这次没有处理。%1后可按 F5 再试。</source>
        <translation>中枢正忙，这次没有处理。%1后可按 F5 再试。</translation>
    </message>
    <message>
        <source>中枢刚才正忙，这次没有处理。现在可按 F5 再试。</source>
        <translation>中枢刚才正忙，这次没有处理。现在可按 F5 再试。</translation>
    </message>
    <message>
        <source>中枢的回答与本版本不符，没有显示。请联系管理员升级本程序。</source>
        <translation>中枢的回答与本版本不符，没有显示。请联系管理员升级本程序。</translation>
    </message>
    <message>
        <source>程序内部出错，这次没有完成。没有内容丢失。请按 F5 再试，仍不行时把错误码告诉管理员。</source>
        <translation>程序内部出错，这次没有完成。没有内容丢失。请按 F5 再试，仍不行时把错误码告诉管理员。</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <comment>words, code</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>请先输入检索词。</source>
        <translation>请先输入检索词。</translation>
    </message>
    <message>
        <source>只有姓名不能检索。请在姓名后加空格，再输入手机尾号 4 位，或完整手机号、邮箱、流水号。</source>
        <translation>只有姓名不能检索。请在姓名后加空格，再输入手机尾号 4 位，或完整手机号、邮箱、流水号。</translation>
    </message>
    <message>
        <source>号码不完整，没有检索。请输入完整的 11 位手机号，或带 + 的国际号码。</source>
        <translation>号码不完整，没有检索。请输入完整的 11 位手机号，或带 + 的国际号码。</translation>
    </message>
    <message>
        <source>检索词过多，没有检索。请只保留一项，或姓名加一项。</source>
        <translation>检索词过多，没有检索。请只保留一项，或姓名加一项。</translation>
    </message>
    <message>
        <source>可触达</source>
        <translation>可触达</translation>
    </message>
    <message>
        <source>弱</source>
        <translation>弱</translation>
    </message>
    <message>
        <source>失联</source>
        <translation>失联</translation>
    </message>
    <message>
        <source>未登记</source>
        <translation>未登记</translation>
    </message>
    <message>
        <source>已退订</source>
        <translation>已退订</translation>
    </message>
    <message>
        <source>失效</source>
        <translation>失效</translation>
    </message>
    <message>
        <source>偏弱</source>
        <translation>偏弱</translation>
    </message>
    <message>
        <source>未用过</source>
        <translation>未用过</translation>
    </message>
    <message>
        <source>可用</source>
        <translation>可用</translation>
    </message>
    <message>
        <source>贵宾客户</source>
        <translation>贵宾客户</translation>
    </message>
    <message>
        <source>重要客户</source>
        <translation>重要客户</translation>
    </message>
    <message>
        <source>普通客户</source>
        <translation>普通客户</translation>
    </message>
    <message>
        <source>这位投资者的资料已按要求删除。没有显示任何资料。请返回检索。</source>
        <translation>这位投资者的资料已按要求删除。没有显示任何资料。请返回检索。</translation>
    </message>
    <message>
        <source>没有再次验证，所以没有保存。写的内容仍在，再按「保存」可重新验证。</source>
        <translation>没有再次验证，所以没有保存。写的内容仍在，再按「保存」可重新验证。</translation>
    </message>
    <message>
        <source>您的角色不能写入通信历史。写的内容仍在，请交给值班坐席或主管记录。</source>
        <translation>您的角色不能写入通信历史。写的内容仍在，请交给值班坐席或主管记录。</translation>
    </message>
    <message>
        <source>中枢没有这位投资者，所以没有保存。写的内容仍在，请核对后再试。</source>
        <translation>中枢没有这位投资者，所以没有保存。写的内容仍在，请核对后再试。</translation>
    </message>
    <message>
        <source>这位投资者的资料已按要求删除，不能再写入。请勿另行保存其个人信息。</source>
        <translation>这位投资者的资料已按要求删除，不能再写入。请勿另行保存其个人信息。</translation>
    </message>
    <message>
        <source>中枢这次没有写进记录。写的内容仍在，请再按「保存」。</source>
        <translation>中枢这次没有写进记录。写的内容仍在，请再按「保存」。</translation>
    </message>
    <message>
        <source>登录已结束，没有保存。写的内容仍在，重新登录后可继续。</source>
        <translation>登录已结束，没有保存。写的内容仍在，重新登录后可继续。</translation>
    </message>
    <message>
        <source>连不上中枢，本机也没能存下，所以没有保存。写的内容仍在，请再按「保存」。</source>
        <translation>连不上中枢，本机也没能存下，所以没有保存。写的内容仍在，请再按「保存」。</translation>
    </message>
</context>
<context>
    <name>MonitorPage</name>
    <message>
        <source>提示线 97%</source>
        <translation>提示线 97%</translation>
    </message>
    <message>
        <source>告警线 95%（持续 60 秒）</source>
        <translation>告警线 95%（持续 60 秒）</translation>
    </message>
    <message>
        <source>%1无数据
%2 分钟</source>
        <translation>%1无数据
%2 分钟</translation>
    </message>
    <message>
        <source>无数据
%1 分钟</source>
        <translation>无数据
%1 分钟</translation>
    </message>
    <message>
        <source>所选范围没有发送</source>
        <translation>所选范围没有发送</translation>
    </message>
    <message>
        <source>%1 至 %2，采集正常</source>
        <translation>%1 至 %2，采集正常</translation>
    </message>
    <message>
        <source>正在连接中枢</source>
        <translation>正在连接中枢</translation>
    </message>
    <message>
        <source>未到的渠道显示「—」，不显示 0</source>
        <translation>未到的渠道显示「—」，不显示 0</translation>
    </message>
    <message>
        <source>打开暂无数据</source>
        <translation>打开暂无数据</translation>
    </message>
    <message>
        <source>所选范围没有收到打开的回执，未按 0 计入。短信无法得知打开，永不计入分母。</source>
        <translation>所选范围没有收到打开的回执，未按 0 计入。短信无法得知打开，永不计入分母。</translation>
    </message>
</context>
<context>
    <name>Offline</name>
    <message>
        <source>本机还没有副本。联网查看过的投资者会保存在这里，断网时可以继续查阅。</source>
        <translation>本机还没有副本。联网查看过的投资者会保存在这里，断网时可以继续查阅。</translation>
    </message>
    <message>
        <source>本机副本打不开：密码、本机密钥或中枢密钥与建立副本时不同，可能是密码已更改。中枢数据不受影响。请按「重建副本」；待同步 %1 项已另行保存。</source>
        <translation>本机副本打不开：密码、本机密钥或中枢密钥与建立副本时不同，可能是密码已更改。中枢数据不受影响。请按「重建副本」；待同步 %1 项已另行保存。</translation>
    </message>
    <message>
        <source>本机副本的文件没有加密，不是本程序写的，未读取其中内容。请通知安全值班，再按「重建副本」；待同步 %1 项已另行保存。</source>
        <translation>本机副本的文件没有加密，不是本程序写的，未读取其中内容。请通知安全值班，再按「重建副本」；待同步 %1 项已另行保存。</translation>
    </message>
    <message>
        <source>本机副本由较旧的版本写成，本版本不再读取。中枢数据不受影响。请按「重建副本」；待同步 %1 项已另行保存。</source>
        <translation>本机副本由较旧的版本写成，本版本不再读取。中枢数据不受影响。请按「重建副本」；待同步 %1 项已另行保存。</translation>
    </message>
    <message>
        <source>本机副本由较新的版本写成，本版本不能读取。请先升级本程序；副本未被改动，待同步 %1 项已另行保存。</source>
        <translation>本机副本由较新的版本写成，本版本不能读取。请先升级本程序；副本未被改动，待同步 %1 项已另行保存。</translation>
    </message>
    <message>
        <source>本机副本校验失败，可能在异常关机时损坏。中枢数据不受影响。请按「重建副本」；待同步 %1 项已另行保存。</source>
        <translation>本机副本校验失败，可能在异常关机时损坏。中枢数据不受影响。请按「重建副本」；待同步 %1 项已另行保存。</translation>
    </message>
    <message>
        <source>租约已到期，本机副本已清除。联网登录后可继续，待同步 %1 项仍在。</source>
        <translation>租约已到期，本机副本已清除。联网登录后可继续，待同步 %1 项仍在。</translation>
    </message>
    <message>
        <source>离线时不能打开本机副本，因为钥匙的一部分由中枢在两项验证之后发放，不在本机。请在连上中枢后登录；待同步 %1 项仍在。</source>
        <translation>离线时不能打开本机副本，因为钥匙的一部分由中枢在两项验证之后发放，不在本机。请在连上中枢后登录；待同步 %1 项仍在。</translation>
    </message>
    <message>
        <source>本机副本暂时打不开，可能磁盘已满或被其他程序占用。请腾出空间或关闭其他程序后按「重建副本」；待同步 %1 项已另行保存。</source>
        <translation>本机副本暂时打不开，可能磁盘已满或被其他程序占用。请腾出空间或关闭其他程序后按「重建副本」；待同步 %1 项已另行保存。</translation>
    </message>
    <message>
        <source>%1 起与中枢断开，本机没有可读的副本。告警的处理会排队，以联网后为准。</source>
        <translation>%1 起与中枢断开，本机没有可读的副本。告警的处理会排队，以联网后为准。</translation>
    </message>
    <message>
        <source>%1 起与中枢断开。可继续查阅本机加密副本；告警的处理会排队，以联网后为准。租约到 %2 到期，届时本机副本自动清除。</source>
        <translation>%1 起与中枢断开。可继续查阅本机加密副本；告警的处理会排队，以联网后为准。租约到 %2 到期，届时本机副本自动清除。</translation>
    </message>
    <message>
        <source>租约不到 1 小时。到期后本机副本会清除，请尽快联网。</source>
        <translation>租约不到 1 小时。到期后本机副本会清除，请尽快联网。</translation>
    </message>
    <message>
        <source>租约不到 8 小时。到期后本机副本会清除，请安排联网。</source>
        <translation>租约不到 8 小时。到期后本机副本会清除，请安排联网。</translation>
    </message>
    <message>
        <source>告警 %1</source>
        <translation>告警 %1</translation>
    </message>
    <message>
        <source>%1&#x3000;正在提交</source>
        <translation>%1&#x3000;正在提交</translation>
    </message>
    <message>
        <source>%1&#x3000;内容已加密，只有中枢能读</source>
        <translation>%1&#x3000;内容已加密，只有中枢能读</translation>
    </message>
    <message>
        <source>%1&#x3000;若已被他人处理将提示冲突</source>
        <translation>%1&#x3000;若已被他人处理将提示冲突</translation>
    </message>
    <message>
        <source>待同步已满，这一项没有保存。请先联网提交。</source>
        <translation>待同步已满，这一项没有保存。请先联网提交。</translation>
    </message>
    <message>
        <source>登录后还没有取得中枢的公钥，这一项没有保存。请联网后再试。</source>
        <translation>登录后还没有取得中枢的公钥，这一项没有保存。请联网后再试。</translation>
    </message>
    <message>
        <source>这一项正在提交，不能再改。</source>
        <translation>这一项正在提交，不能再改。</translation>
    </message>
    <message>
        <source>这一项已不在待同步中。</source>
        <translation>这一项已不在待同步中。</translation>
    </message>
    <message>
        <source>磁盘写入失败，这一项没有改动。请检查磁盘空间。</source>
        <translation>磁盘写入失败，这一项没有改动。请检查磁盘空间。</translation>
    </message>
    <message>
        <source>确认知晓、处置、转交、搁置告警（排队，注明离线时间）</source>
        <translation>确认知晓、处置、转交、搁置告警（排队，注明离线时间）</translation>
    </message>
    <message>
        <source>发送、查询新投资者、显示完整号码</source>
        <translation>发送、查询新投资者、显示完整号码</translation>
    </message>
    <message>
        <source>审批、导出、取消搁置</source>
        <translation>审批、导出、取消搁置</translation>
    </message>
    <message>
        <source>%1&#x3000;%2</source>
        <translation>%1&#x3000;%2</translation>
    </message>
    <message>
        <source>转交给 %1</source>
        <translation>转交给 %1</translation>
    </message>
    <message>
        <source>中枢没有给出这条告警的现状。</source>
        <translation>中枢没有给出这条告警的现状。</translation>
    </message>
    <message>
        <source>告警 %1 %2</source>
        <translation>告警 %1 %2</translation>
    </message>
    <message>
        <source>电话记录</source>
        <translation>电话记录</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1&#x3000;中枢要求再次验证；在顶栏验证后自动提交</source>
        <translation>%1&#x3000;中枢要求再次验证；在顶栏验证后自动提交</translation>
    </message>
    <message>
        <source>%1&#x3000;%2，联网后写入</source>
        <translation>%1&#x3000;%2，联网后写入</translation>
    </message>
    <message>
        <source>%1&#x3000;联网后写入</source>
        <translation>%1&#x3000;联网后写入</translation>
    </message>
    <message>
        <source>中枢没有这位投资者，所以没有写入。您写的内容见左侧，请核对后另行记录。</source>
        <translation>中枢没有这位投资者，所以没有写入。您写的内容见左侧，请核对后另行记录。</translation>
    </message>
    <message>
        <source>这位投资者的资料已按要求删除，所以没有写入。请勿另行保存其个人信息。</source>
        <translation>这位投资者的资料已按要求删除，所以没有写入。请勿另行保存其个人信息。</translation>
    </message>
    <message>
        <source>您现在的角色不能写入，所以没有保存。请把左侧内容交给有权限的同事。</source>
        <translation>您现在的角色不能写入，所以没有保存。请把左侧内容交给有权限的同事。</translation>
    </message>
    <message>
        <source>中枢没有收下这一项，所以没有写入。请把左侧内容重新记录一次。</source>
        <translation>中枢没有收下这一项，所以没有写入。请把左侧内容重新记录一次。</translation>
    </message>
    <message>
        <source>没有写入。</source>
        <translation>没有写入。</translation>
    </message>
    <message>
        <source>%1已于 %2 先确认，无需再次确认。您的说明已留在告警记录里，不再生效。</source>
        <translation>%1已于 %2 先确认，无需再次确认。您的说明已留在告警记录里，不再生效。</translation>
    </message>
    <message>
        <source>已有人先确认，无需再次确认。您的说明已留在告警记录里，不再生效。</source>
        <translation>已有人先确认，无需再次确认。您的说明已留在告警记录里，不再生效。</translation>
    </message>
    <message>
        <source>%1已于 %2 记为处置完成。您的说明已留在告警记录里，不再生效。</source>
        <translation>%1已于 %2 记为处置完成。您的说明已留在告警记录里，不再生效。</translation>
    </message>
    <message>
        <source>已有人记为处置完成。您的说明已留在告警记录里，不再生效。</source>
        <translation>已有人记为处置完成。您的说明已留在告警记录里，不再生效。</translation>
    </message>
    <message>
        <source>查阅本机副本、关注、写备注与电话记录</source>
        <translation>查阅本机副本、关注、写备注与电话记录</translation>
    </message>
</context>
<context>
    <name>PersonList</name>
    <message>
        <source>（资料已删除）</source>
        <translation>（资料已删除）</translation>
    </message>
    <message>
        <source>截至 %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>已关注</source>
        <translation>已关注</translation>
    </message>
</context>
<context>
    <name>ReasonWords</name>
    <message>
        <source>属客户侧，计入失联评分；连续出现会把可触达状态降为弱或失联。</source>
        <translation>属客户侧，计入失联评分；连续出现会把可触达状态降为弱或失联。</translation>
    </message>
    <message>
        <source>属通道侧故障，不计入该客户的失联评分，号码或邮箱不受影响。</source>
        <translation>属通道侧故障，不计入该客户的失联评分，号码或邮箱不受影响。</translation>
    </message>
    <message>
        <source>属本系统，不计入该客户的失联评分。</source>
        <translation>属本系统，不计入该客户的失联评分。</translation>
    </message>
    <message>
        <source>按规则没有发送，这不是故障，不计为失败。</source>
        <translation>按规则没有发送，这不是故障，不计为失败。</translation>
    </message>
    <message>
        <source>紧急事项请改用电话，或等通道恢复。</source>
        <translation>紧急事项请改用电话，或等通道恢复。</translation>
    </message>
    <message>
        <source>运营商答复号码为空号。</source>
        <translation>运营商答复号码为空号。</translation>
    </message>
    <message>
        <source>请通过邮件或开户营业部更新号码。</source>
        <translation>请通过邮件或开户营业部更新号码。</translation>
    </message>
    <message>
        <source>对方邮件系统答复没有这个邮箱。</source>
        <translation>对方邮件系统答复没有这个邮箱。</translation>
    </message>
    <message>
        <source>请通过短信或电话向客户核对邮箱。</source>
        <translation>请通过短信或电话向客户核对邮箱。</translation>
    </message>
    <message>
        <source>客户的邮箱已满，退回了邮件。</source>
        <translation>客户的邮箱已满，退回了邮件。</translation>
    </message>
    <message>
        <source>请用其他渠道告知，并提醒客户清理邮箱。</source>
        <translation>请用其他渠道告知，并提醒客户清理邮箱。</translation>
    </message>
    <message>
        <source>手机关机或不在服务区，有效期内没有开机。</source>
        <translation>手机关机或不在服务区，有效期内没有开机。</translation>
    </message>
    <message>
        <source>请稍后拨打电话，或用邮件补发。</source>
        <translation>请稍后拨打电话，或用邮件补发。</translation>
    </message>
    <message>
        <source>运营商答复号码已停机。</source>
        <translation>运营商答复号码已停机。</translation>
    </message>
    <message>
        <source>请通过邮件联系客户，核对是否换号。</source>
        <translation>请通过邮件联系客户，核对是否换号。</translation>
    </message>
    <message>
        <source>客户在终端或运营商处屏蔽了我方。</source>
        <translation>客户在终端或运营商处屏蔽了我方。</translation>
    </message>
    <message>
        <source>请用其他渠道联系，并说明风险类通知的必要。</source>
        <translation>请用其他渠道联系，并说明风险类通知的必要。</translation>
    </message>
    <message>
        <source>通道的内容审核拒绝了这条消息。</source>
        <translation>通道的内容审核拒绝了这条消息。</translation>
    </message>
    <message>
        <source>属内容问题，不计入该客户的失联评分。</source>
        <translation>属内容问题，不计入该客户的失联评分。</translation>
    </message>
    <message>
        <source>请通知作者修改措辞后重发。</source>
        <translation>请通知作者修改措辞后重发。</translation>
    </message>
    <message>
        <source>消息超过通道允许的长度。</source>
        <translation>消息超过通道允许的长度。</translation>
    </message>
    <message>
        <source>请通知作者缩短正文后重发。</source>
        <translation>请通知作者缩短正文后重发。</translation>
    </message>
    <message>
        <source>模板没有在这个通道报备。</source>
        <translation>模板没有在这个通道报备。</translation>
    </message>
    <message>
        <source>请通知作者报备模板，或改用已报备的通道。</source>
        <translation>请通知作者报备模板，或改用已报备的通道。</translation>
    </message>
    <message>
        <source>通道繁忙，重试到期仍未接受。</source>
        <translation>通道繁忙，重试到期仍未接受。</translation>
    </message>
    <message>
        <source>通道中断，消息没有送出。</source>
        <translation>通道中断，消息没有送出。</translation>
    </message>
    <message>
        <source>通道限速，等待超过了有效期。</source>
        <translation>通道限速，等待超过了有效期。</translation>
    </message>
    <message>
        <source>运营商网关拒绝了这条消息。</source>
        <translation>运营商网关拒绝了这条消息。</translation>
    </message>
    <message>
        <source>消息在通道内过期，没有送到终端。</source>
        <translation>消息在通道内过期，没有送到终端。</translation>
    </message>
    <message>
        <source>请用其他渠道补发，或拨打电话。</source>
        <translation>请用其他渠道补发，或拨打电话。</translation>
    </message>
    <message>
        <source>通道的应答无法判断是否送达。</source>
        <translation>通道的应答无法判断是否送达。</translation>
    </message>
    <message>
        <source>重发前请先向客户核实是否已收到。</source>
        <translation>重发前请先向客户核实是否已收到。</translation>
    </message>
    <message>
        <source>按规则重试的次数已用完。</source>
        <translation>按规则重试的次数已用完。</translation>
    </message>
    <message>
        <source>请用其他渠道联系客户。</source>
        <translation>请用其他渠道联系客户。</translation>
    </message>
    <message>
        <source>这个渠道还没有接入通道。</source>
        <translation>这个渠道还没有接入通道。</translation>
    </message>
    <message>
        <source>请联系管理员接入通道，并先用其他渠道。</source>
        <translation>请联系管理员接入通道，并先用其他渠道。</translation>
    </message>
    <message>
        <source>发送队列已满，没有排入。</source>
        <translation>发送队列已满，没有排入。</translation>
    </message>
    <message>
        <source>请等积压下降后重发。</source>
        <translation>请等积压下降后重发。</translation>
    </message>
    <message>
        <source>本系统出错，消息没有送出。</source>
        <translation>本系统出错，消息没有送出。</translation>
    </message>
    <message>
        <source>请把投递编号告诉管理员，并先用其他渠道。</source>
        <translation>请把投递编号告诉管理员，并先用其他渠道。</translation>
    </message>
    <message>
        <source>已交给通道，但没有等到应答。</source>
        <translation>已交给通道，但没有等到应答。</translation>
    </message>
    <message>
        <source>可能已送达，也可能没有，现在不可知。</source>
        <translation>可能已送达，也可能没有，现在不可知。</translation>
    </message>
    <message>
        <source>档案里没有这个渠道的联系方式。</source>
        <translation>档案里没有这个渠道的联系方式。</translation>
    </message>
    <message>
        <source>请向客户补录联系方式。</source>
        <translation>请向客户补录联系方式。</translation>
    </message>
    <message>
        <source>这个联系方式之前已判为失效，所以没有发送。</source>
        <translation>这个联系方式之前已判为失效，所以没有发送。</translation>
    </message>
    <message>
        <source>请向客户核对并更新联系方式。</source>
        <translation>请向客户核对并更新联系方式。</translation>
    </message>
    <message>
        <source>客户没有同意接收营销内容。</source>
        <translation>客户没有同意接收营销内容。</translation>
    </message>
    <message>
        <source>不需要处理；风险类通知不受影响。</source>
        <translation>不需要处理；风险类通知不受影响。</translation>
    </message>
    <message>
        <source>客户已退订这个渠道。</source>
        <translation>客户已退订这个渠道。</translation>
    </message>
    <message>
        <source>请用客户接受的渠道联系。</source>
        <translation>请用客户接受的渠道联系。</translation>
    </message>
    <message>
        <source>在客户的静默时段内，没有发送。</source>
        <translation>在客户的静默时段内，没有发送。</translation>
    </message>
    <message>
        <source>时段结束后会按规则处理；紧急事项请改用电话。</source>
        <translation>时段结束后会按规则处理；紧急事项请改用电话。</translation>
    </message>
    <message>
        <source>本月营销条数已达上限。</source>
        <translation>本月营销条数已达上限。</translation>
    </message>
    <message>
        <source>下月 1 日起恢复，风险类通知不受影响。</source>
        <translation>下月 1 日起恢复，风险类通知不受影响。</translation>
    </message>
    <message>
        <source>另一渠道已先送达，这一渠道不再发送。</source>
        <translation>另一渠道已先送达，这一渠道不再发送。</translation>
    </message>
    <message>
        <source>不需要处理。</source>
        <translation>不需要处理。</translation>
    </message>
    <message>
        <source>通知在发送前被取消。</source>
        <translation>通知在发送前被取消。</translation>
    </message>
    <message>
        <source>首发结果不明，按这类通知的规则不再发送。</source>
        <translation>首发结果不明，按这类通知的规则不再发送。</translation>
    </message>
    <message>
        <source>请用其他渠道核实客户是否已知悉。</source>
        <translation>请用其他渠道核实客户是否已知悉。</translation>
    </message>
    <message>
        <source>客户的个人资料已按要求删除。</source>
        <translation>客户的个人资料已按要求删除。</translation>
    </message>
    <message>
        <source>不能再联系该客户。</source>
        <translation>不能再联系该客户。</translation>
    </message>
</context>
<context>
    <name>ReceiptTrack</name>
    <message>
        <source>未提交</source>
        <translation>未提交</translation>
    </message>
    <message>
        <source>提交</source>
        <translation>提交</translation>
    </message>
    <message>
        <source>送达 %1</source>
        <translation>送达 %1</translation>
    </message>
    <message>
        <source>送达</source>
        <translation>送达</translation>
    </message>
    <message>
        <source>未送达</source>
        <translation>未送达</translation>
    </message>
    <message>
        <source>过期未达</source>
        <translation>过期未达</translation>
    </message>
    <message>
        <source>结果不明</source>
        <translation>结果不明</translation>
    </message>
    <message>
        <source>打开 %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>可信</source>
        <translation>可信</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>此渠道不可知</source>
        <translation>此渠道不可知</translation>
    </message>
    <message>
        <source>机器打开 %1</source>
        <translation>机器打开 %1</translation>
    </message>
    <message>
        <source>不计入</source>
        <translation>不计入</translation>
    </message>
    <message>
        <source>点击 %1</source>
        <translation>点击 %1</translation>
    </message>
    <message>
        <source>回复 %1</source>
        <translation>回复 %1</translation>
    </message>
    <message>
        <source>确认 %1</source>
        <translation>确认 %1</translation>
    </message>
    <message>
        <source>确认</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>已完成</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>等待</source>
        <translation>等待</translation>
    </message>
    <message>
        <source>失败</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>不可知</source>
        <translation>不可知</translation>
    </message>
    <message>
        <source>机器</source>
        <translation>机器</translation>
    </message>
    <message>
        <source>未发送</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>受理</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <comment>step, how it stands</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>%1（%2，%3）</source>
        <comment>step, how it stands, remark</comment>
        <translation>%1（%2，%3）</translation>
    </message>
    <message>
        <source>，</source>
        <comment>between the steps of a track</comment>
        <translation>，</translation>
    </message>
    <message numerus="yes">
        <source>迟到回执 %n 条，未改变结论</source>
        <translation>
            <numerusform>迟到回执 %n 条，未改变结论</numerusform>
        </translation>
    </message>
    <message>
        <source>可能重复：首发结果不明</source>
        <translation>可能重复：首发结果不明</translation>
    </message>
</context>
<context>
    <name>SessionWords</name>
    <message>
        <source>账号、密码或动态码有一项不正确，还可尝试 %1 次。请逐项核对，等下一个动态码再输入。</source>
        <translation>账号、密码或动态码有一项不正确，还可尝试 %1 次。请逐项核对，等下一个动态码再输入。</translation>
    </message>
    <message>
        <source>账号、密码或动态码有一项不正确，没有登录。请逐项核对，等下一个动态码再输入。</source>
        <translation>账号、密码或动态码有一项不正确，没有登录。请逐项核对，等下一个动态码再输入。</translation>
    </message>
    <message>
        <source>连续多次未通过，账号暂停登录至 %1。在此之前的尝试不会被核对。%2后可以再试。</source>
        <translation>连续多次未通过，账号暂停登录至 %1。在此之前的尝试不会被核对。%2后可以再试。</translation>
    </message>
    <message>
        <source>连续多次未通过，账号曾暂停登录。现在可以再试一次，请先核对每一项。</source>
        <translation>连续多次未通过，账号曾暂停登录。现在可以再试一次，请先核对每一项。</translation>
    </message>
    <message>
        <source>账号已锁定，不能登录。管理员解锁后才能再试。若不是您本人操作，请立即联系安全值班。</source>
        <translation>账号已锁定，不能登录。管理员解锁后才能再试。若不是您本人操作，请立即联系安全值班。</translation>
    </message>
    <message>
        <source>该账号未开通控制台。三项核对都已通过。请联系管理员开通角色。</source>
        <translation>该账号未开通控制台。三项核对都已通过。请联系管理员开通角色。</translation>
    </message>
    <message>
        <source>本机已被停用，不能再登录。您的账号不受影响。请联系管理员，或用新的登记码重新登记。</source>
        <translation>本机已被停用，不能再登录。您的账号不受影响。请联系管理员，或用新的登记码重新登记。</translation>
    </message>
    <message>
        <source>中枢没有这台设备的登记，可能已被拒绝或过期。您的账号不受影响。请向管理员索取新的登记码。</source>
        <translation>中枢没有这台设备的登记，可能已被拒绝或过期。您的账号不受影响。请向管理员索取新的登记码。</translation>
    </message>
    <message>
        <source>登记码已用过、已过期或不存在，没有提交申请。登记码 15 分钟内有效，只能用一次。请向管理员索取新码。</source>
        <translation>登记码已用过、已过期或不存在，没有提交申请。登记码 15 分钟内有效，只能用一次。请向管理员索取新码。</translation>
    </message>
    <message>
        <source>登记码不完整或有误，没有提交申请。请重新复制完整的登记码。</source>
        <translation>登记码不完整或有误，没有提交申请。请重新复制完整的登记码。</translation>
    </message>
    <message>
        <source>动态码不正确或已用过，还可尝试 %1 次。请等下一个码再输入。</source>
        <translation>动态码不正确或已用过，还可尝试 %1 次。请等下一个码再输入。</translation>
    </message>
    <message>
        <source>动态码不正确或已用过。请等下一个码再输入。</source>
        <translation>动态码不正确或已用过。请等下一个码再输入。</translation>
    </message>
    <message>
        <source>这一步之前已经完成，不能重复。请继续下一步。</source>
        <translation>这一步之前已经完成，不能重复。请继续下一步。</translation>
    </message>
    <message>
        <source>连不上中枢，请求没有送出。请检查网络，按 F5 立即重试。</source>
        <translation>连不上中枢，请求没有送出。请检查网络，按 F5 立即重试。</translation>
    </message>
    <message>
        <source>对方的证书不是本中枢的，连接已中断，没有送出任何内容。线路可能被劫持。请停止操作并联系安全值班。</source>
        <translation>对方的证书不是本中枢的，连接已中断，没有送出任何内容。线路可能被劫持。请停止操作并联系安全值班。</translation>
    </message>
    <message>
        <source>中枢正忙，这次没有处理。%1后可以再试。</source>
        <translation>中枢正忙，这次没有处理。%1后可以再试。</translation>
    </message>
    <message>
        <source>中枢刚才正忙，这次没有处理。现在可以再试。</source>
        <translation>中枢刚才正忙，这次没有处理。现在可以再试。</translation>
    </message>
    <message>
        <source>系统密钥库没有打开，取不到本机密钥。请解锁系统密钥库（登录桌面时的密码），再试一次。</source>
        <translation>系统密钥库没有打开，取不到本机密钥。请解锁系统密钥库（登录桌面时的密码），再试一次。</translation>
    </message>
    <message>
        <source>中枢的回答与本版本不符，没有继续。请联系管理员升级本程序。</source>
        <translation>中枢的回答与本版本不符，没有继续。请联系管理员升级本程序。</translation>
    </message>
    <message>
        <source>程序内部出错，这次没有完成。没有内容丢失。请再试一次，仍不行时把错误码告诉管理员。</source>
        <translation>程序内部出错，这次没有完成。没有内容丢失。请再试一次，仍不行时把错误码告诉管理员。</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>请粘贴管理员给您的登记码。</source>
        <translation>请粘贴管理员给您的登记码。</translation>
    </message>
    <message>
        <source>有登记码不会出现的字符。登记码只含字母 A–Z 和数字 2–7。</source>
        <translation>有登记码不会出现的字符。登记码只含字母 A–Z 和数字 2–7。</translation>
    </message>
    <message>
        <source>登记码不完整，可能没有全部复制。</source>
        <translation>登记码不完整，可能没有全部复制。</translation>
    </message>
    <message>
        <source>内容过长，可能多复制了别的文字。</source>
        <translation>内容过长，可能多复制了别的文字。</translation>
    </message>
    <message>
        <source>校验位不符，有字符输错。请重新复制。</source>
        <translation>校验位不符，有字符输错。请重新复制。</translation>
    </message>
    <message>
        <source>登记码来自更新版本的中枢。请先升级本程序。</source>
        <translation>登记码来自更新版本的中枢。请先升级本程序。</translation>
    </message>
    <message>
        <source>登记码里的中枢地址无效。请向管理员索取新码。</source>
        <translation>登记码里的中枢地址无效。请向管理员索取新码。</translation>
    </message>
    <message>
        <source>登录已满时限，已自动退出。请重新登录。</source>
        <translation>登录已满时限，已自动退出。请重新登录。</translation>
    </message>
    <message>
        <source>长时间没有操作，已自动退出。请重新登录。</source>
        <translation>长时间没有操作，已自动退出。请重新登录。</translation>
    </message>
    <message>
        <source>您在别处登录或结束了这次会话，本机已退出。若不是您本人操作，请立即联系安全值班。</source>
        <translation>您在别处登录或结束了这次会话，本机已退出。若不是您本人操作，请立即联系安全值班。</translation>
    </message>
    <message>
        <source>本机已被停用，会话已结束。请联系管理员。</source>
        <translation>本机已被停用，会话已结束。请联系管理员。</translation>
    </message>
    <message>
        <source>坐席</source>
        <translation>坐席</translation>
    </message>
    <message>
        <source>风控</source>
        <translation>风控</translation>
    </message>
    <message>
        <source>运营主管</source>
        <translation>运营主管</translation>
    </message>
    <message>
        <source>合规</source>
        <translation>合规</translation>
    </message>
    <message>
        <source>系统管理</source>
        <translation>系统管理</translation>
    </message>
    <message>
        <source>连不上中枢。将在 %1后重试，也可按 F5 立即重试。</source>
        <translation>连不上中枢。将在 %1后重试，也可按 F5 立即重试。</translation>
    </message>
    <message>
        <source>与中枢断开（%1 起）。将在 %2后重试，也可按 F5 立即重试。</source>
        <translation>与中枢断开（%1 起）。将在 %2后重试，也可按 F5 立即重试。</translation>
    </message>
    <message>
        <source>连不上中枢。正在重试。</source>
        <translation>连不上中枢。正在重试。</translation>
    </message>
    <message>
        <source>与中枢断开（%1 起）。正在重试。</source>
        <translation>与中枢断开（%1 起）。正在重试。</translation>
    </message>
    <message>
        <source>本机时间慢 %1，动态码会核对不过。请打开系统的自动校时，再回到这里。</source>
        <translation>本机时间慢 %1，动态码会核对不过。请打开系统的自动校时，再回到这里。</translation>
    </message>
    <message>
        <source>本机时间快 %1，动态码会核对不过。请打开系统的自动校时，再回到这里。</source>
        <translation>本机时间快 %1，动态码会核对不过。请打开系统的自动校时，再回到这里。</translation>
    </message>
</context>
<context>
    <name>WhyWords</name>
    <message>
        <source>通道 %1</source>
        <translation>通道 %1</translation>
    </message>
    <message>
        <source>应答 %1</source>
        <translation>应答 %1</translation>
    </message>
    <message>
        <source>共试 %1 次</source>
        <translation>共试 %1 次</translation>
    </message>
    <message>
        <source>%1 结束</source>
        <translation>%1 结束</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <comment>what happened, evidence</comment>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>，</source>
        <comment>between evidence</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>%1已于 %2 送达，%3 打开。重发可能造成重复。</source>
        <translation>%1已于 %2 送达，%3 打开。重发可能造成重复。</translation>
    </message>
    <message>
        <source>%1已于 %2 送达。重发可能造成重复。</source>
        <translation>%1已于 %2 送达。重发可能造成重复。</translation>
    </message>
    <message>
        <source>现在到哪一步</source>
        <translation>现在到哪一步</translation>
    </message>
    <message>
        <source>已排入发送，还没有交给通道。</source>
        <translation>已排入发送，还没有交给通道。</translation>
    </message>
    <message>
        <source>客户还没有收到，现在谈不上成败。</source>
        <translation>客户还没有收到，现在谈不上成败。</translation>
    </message>
    <message>
        <source>轮到时会自动发送，请等回执。</source>
        <translation>轮到时会自动发送，请等回执。</translation>
    </message>
    <message>
        <source>已交给通道，还没有应答。</source>
        <translation>已交给通道，还没有应答。</translation>
    </message>
    <message>
        <source>通道可能已接手，现在不可知。</source>
        <translation>通道可能已接手，现在不可知。</translation>
    </message>
    <message>
        <source>请等通道应答，不要重发。</source>
        <translation>请等通道应答，不要重发。</translation>
    </message>
    <message>
        <source>通道已受理，还没有送达回执。</source>
        <translation>通道已受理，还没有送达回执。</translation>
    </message>
    <message>
        <source>受理不等于送达。邮件没有退信也不当作已送达。</source>
        <translation>受理不等于送达。邮件没有退信也不当作已送达。</translation>
    </message>
    <message>
        <source>受理不等于送达。回执到了会改写这里。</source>
        <translation>受理不等于送达。回执到了会改写这里。</translation>
    </message>
    <message>
        <source>请等回执；紧急事项请改用电话。</source>
        <translation>请等回执；紧急事项请改用电话。</translation>
    </message>
    <message>
        <source>为什么结果不明</source>
        <translation>为什么结果不明</translation>
    </message>
    <message>
        <source>已交给通道，但没有等到应答。</source>
        <translation>已交给通道，但没有等到应答。</translation>
    </message>
    <message>
        <source>可能已送达，也可能没有，现在不可知。</source>
        <translation>可能已送达，也可能没有，现在不可知。</translation>
    </message>
    <message>
        <source>重发前请先向客户核实是否已收到。</source>
        <translation>重发前请先向客户核实是否已收到。</translation>
    </message>
    <message>
        <source>为什么算已送达</source>
        <translation>为什么算已送达</translation>
    </message>
    <message>
        <source>通道给出了送达回执。</source>
        <translation>通道给出了送达回执。</translation>
    </message>
    <message>
        <source>客户已于 %1 确认阅读。</source>
        <translation>客户已于 %1 确认阅读。</translation>
    </message>
    <message>
        <source>不需要处理。</source>
        <translation>不需要处理。</translation>
    </message>
    <message>
        <source>客户已于 %1 打开，还没有确认阅读。</source>
        <translation>客户已于 %1 打开，还没有确认阅读。</translation>
    </message>
    <message>
        <source>需要留痕时，请客户确认阅读。</source>
        <translation>需要留痕时，请客户确认阅读。</translation>
    </message>
    <message>
        <source>只有机器打开过（安全扫描或预取），不计入打开。</source>
        <translation>只有机器打开过（安全扫描或预取），不计入打开。</translation>
    </message>
    <message>
        <source>不能据此认为客户已读。</source>
        <translation>不能据此认为客户已读。</translation>
    </message>
    <message>
        <source>已到终端。这个渠道得不到打开回执，是否读过不可知。</source>
        <translation>已到终端。这个渠道得不到打开回执，是否读过不可知。</translation>
    </message>
    <message>
        <source>已到客户处，还没有打开。</source>
        <translation>已到客户处，还没有打开。</translation>
    </message>
    <message>
        <source>为什么没送达</source>
        <translation>为什么没送达</translation>
    </message>
    <message>
        <source>为什么没发送</source>
        <translation>为什么没发送</translation>
    </message>
    <message>
        <source>通道没有说明原因。</source>
        <translation>通道没有说明原因。</translation>
    </message>
    <message>
        <source>不能判断是客户侧还是通道侧，不计入失联评分。</source>
        <translation>不能判断是客户侧还是通道侧，不计入失联评分。</translation>
    </message>
    <message>
        <source>请用其他渠道联系客户。</source>
        <translation>请用其他渠道联系客户。</translation>
    </message>
    <message>
        <source>通知受理</source>
        <translation>通知受理</translation>
    </message>
    <message>
        <source>列入名单</source>
        <translation>列入名单</translation>
    </message>
    <message>
        <source>选定渠道</source>
        <translation>选定渠道</translation>
    </message>
    <message>
        <source>准备发送</source>
        <translation>准备发送</translation>
    </message>
    <message>
        <source>交给通道</source>
        <translation>交给通道</translation>
    </message>
    <message>
        <source>通道受理</source>
        <translation>通道受理</translation>
    </message>
    <message>
        <source>送达回执</source>
        <translation>送达回执</translation>
    </message>
    <message>
        <source>失败回执</source>
        <translation>失败回执</translation>
    </message>
    <message>
        <source>有效期已过</source>
        <translation>有效期已过</translation>
    </message>
    <message>
        <source>结果不明</source>
        <translation>结果不明</translation>
    </message>
    <message>
        <source>按规则不发</source>
        <translation>按规则不发</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>重试</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>存疑重发</source>
        <translation>存疑重发</translation>
    </message>
    <message>
        <source>分段回执</source>
        <translation>分段回执</translation>
    </message>
    <message>
        <source>迟到，未改变结论</source>
        <translation>迟到，未改变结论</translation>
    </message>
    <message>
        <source>重复，未计</source>
        <translation>重复，未计</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <comment>event: particulars</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>第 %1 步</source>
        <comment>of a route</comment>
        <translation>第 %1 步</translation>
    </message>
    <message>
        <source>第 %1 次</source>
        <comment>of trying to send</comment>
        <translation>第 %1 次</translation>
    </message>
    <message>
        <source>第 %1/%2 段</source>
        <comment>of a long short message</comment>
        <translation>第 %1/%2 段</translation>
    </message>
    <message>
        <source>机器打开，不计入</source>
        <translation>机器打开，不计入</translation>
    </message>
    <message>
        <source>本人</source>
        <translation>本人</translation>
    </message>
    <message>
        <source>输入一次性验证码后</source>
        <translation>输入一次性验证码后</translation>
    </message>
    <message>
        <source>凭链接</source>
        <translation>凭链接</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>点击</source>
        <translation>点击</translation>
    </message>
    <message>
        <source>回复</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>确认阅读</source>
        <translation>确认阅读</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>短信</source>
        <translation>短信</translation>
    </message>
    <message>
        <source>邮件</source>
        <translation>邮件</translation>
    </message>
    <message>
        <source>APP 推送</source>
        <translation>APP 推送</translation>
    </message>
    <message>
        <source>网页公告</source>
        <translation>网页公告</translation>
    </message>
    <message>
        <source>在线会话</source>
        <translation>在线会话</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>电话</translation>
    </message>
    <message>
        <source>已计划</source>
        <translation>已计划</translation>
    </message>
    <message>
        <source>待交付</source>
        <translation>待交付</translation>
    </message>
    <message>
        <source>已交付</source>
        <translation>已交付</translation>
    </message>
    <message>
        <source>已受理</source>
        <translation>已受理</translation>
    </message>
    <message>
        <source>结果不明</source>
        <translation>结果不明</translation>
    </message>
    <message>
        <source>已送达</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>未送达</source>
        <translation>未送达</translation>
    </message>
    <message>
        <source>已过期</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>未发送</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>已取消</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>空号</source>
        <translation>空号</translation>
    </message>
    <message>
        <source>邮箱不存在</source>
        <translation>邮箱不存在</translation>
    </message>
    <message>
        <source>邮箱已满</source>
        <translation>邮箱已满</translation>
    </message>
    <message>
        <source>关机或不在网</source>
        <translation>关机或不在网</translation>
    </message>
    <message>
        <source>停机</source>
        <translation>停机</translation>
    </message>
    <message>
        <source>被收件人屏蔽</source>
        <translation>被收件人屏蔽</translation>
    </message>
    <message>
        <source>内容被拒</source>
        <translation>内容被拒</translation>
    </message>
    <message>
        <source>内容过长</source>
        <translation>内容过长</translation>
    </message>
    <message>
        <source>模板未报备</source>
        <translation>模板未报备</translation>
    </message>
    <message>
        <source>通道繁忙</source>
        <translation>通道繁忙</translation>
    </message>
    <message>
        <source>通道中断</source>
        <translation>通道中断</translation>
    </message>
    <message>
        <source>通道限速</source>
        <translation>通道限速</translation>
    </message>
    <message>
        <source>网关拒绝</source>
        <translation>网关拒绝</translation>
    </message>
    <message>
        <source>通道内过期</source>
        <translation>通道内过期</translation>
    </message>
    <message>
        <source>通道应答不明</source>
        <translation>通道应答不明</translation>
    </message>
    <message>
        <source>重试用尽</source>
        <translation>重试用尽</translation>
    </message>
    <message>
        <source>未接入通道</source>
        <translation>未接入通道</translation>
    </message>
    <message>
        <source>队列已满</source>
        <translation>队列已满</translation>
    </message>
    <message>
        <source>本系统故障</source>
        <translation>本系统故障</translation>
    </message>
    <message>
        <source>应答丢失</source>
        <translation>应答丢失</translation>
    </message>
    <message>
        <source>没有联系方式</source>
        <translation>没有联系方式</translation>
    </message>
    <message>
        <source>联系方式无效</source>
        <translation>联系方式无效</translation>
    </message>
    <message>
        <source>未授权</source>
        <translation>未授权</translation>
    </message>
    <message>
        <source>已退订</source>
        <translation>已退订</translation>
    </message>
    <message>
        <source>静默时段</source>
        <translation>静默时段</translation>
    </message>
    <message>
        <source>营销条数已满</source>
        <translation>营销条数已满</translation>
    </message>
    <message>
        <source>其他渠道已送达</source>
        <translation>其他渠道已送达</translation>
    </message>
    <message>
        <source>通知已取消</source>
        <translation>通知已取消</translation>
    </message>
    <message>
        <source>结果不明，按规则不重发</source>
        <translation>结果不明，按规则不重发</translation>
    </message>
    <message>
        <source>资料已删除</source>
        <translation>资料已删除</translation>
    </message>
    <message>
        <source>号码或邮箱失效</source>
        <translation>号码或邮箱失效</translation>
    </message>
    <message>
        <source>通道拒绝或中断</source>
        <translation>通道拒绝或中断</translation>
    </message>
    <message>
        <source>%1 毫秒</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 秒</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 分 %2 秒</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>短信</source>
        <comment>short channel name</comment>
        <translation>短信</translation>
    </message>
    <message>
        <source>邮件</source>
        <comment>short channel name</comment>
        <translation>邮件</translation>
    </message>
    <message>
        <source>推送</source>
        <comment>short channel name</comment>
        <translation>推送</translation>
    </message>
    <message>
        <source>网页</source>
        <comment>short channel name</comment>
        <translation>网页</translation>
    </message>
    <message>
        <source>会话</source>
        <comment>short channel name</comment>
        <translation>会话</translation>
    </message>
    <message>
        <source>电话</source>
        <comment>short channel name</comment>
        <translation>电话</translation>
    </message>
    <message>
        <source>已计划</source>
        <comment>after a channel&apos;s name</comment>
        <translation>已计划</translation>
    </message>
    <message>
        <source>待交付</source>
        <comment>after a channel&apos;s name</comment>
        <translation>待交付</translation>
    </message>
    <message>
        <source>已交付</source>
        <comment>after a channel&apos;s name</comment>
        <translation>已交付</translation>
    </message>
    <message>
        <source>已受理</source>
        <comment>after a channel&apos;s name</comment>
        <translation>已受理</translation>
    </message>
    <message>
        <source>结果不明</source>
        <comment>after a channel&apos;s name</comment>
        <translation>结果不明</translation>
    </message>
    <message>
        <source>已送达</source>
        <comment>after a channel&apos;s name</comment>
        <translation>已送达</translation>
    </message>
    <message>
        <source>未送达</source>
        <comment>after a channel&apos;s name</comment>
        <translation>未送达</translation>
    </message>
    <message>
        <source>已过期</source>
        <comment>after a channel&apos;s name</comment>
        <translation>已过期</translation>
    </message>
    <message>
        <source>未发送</source>
        <comment>after a channel&apos;s name</comment>
        <translation>未发送</translation>
    </message>
    <message>
        <source>已取消</source>
        <comment>after a channel&apos;s name</comment>
        <translation>已取消</translation>
    </message>
</context>
<context>
    <name>guardline::app::ActQueue</name>
    <message>
        <source>（离线于 %1）</source>
        <translation>（离线于 %1）</translation>
    </message>
</context>
<context>
    <name>guardline::app::Console</name>
    <message>
        <source>告警</source>
        <translation>告警</translation>
    </message>
    <message>
        <source>实时监控</source>
        <translation>实时监控</translation>
    </message>
    <message>
        <source>看板</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>投资者</source>
        <translation>投资者</translation>
    </message>
    <message>
        <source>再次验证</source>
        <translation>再次验证</translation>
    </message>
    <message>
        <source>投资者的资料和通信历史，已遮蔽</source>
        <translation>投资者的资料和通信历史，已遮蔽</translation>
    </message>
    <message>
        <source>通知中心</source>
        <translation>通知中心</translation>
    </message>
</context>
<context>
    <name>guardline::models::AlertListModel</name>
    <message>
        <source>%1，%2</source>
        <comment>two lines of a cell</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <comment>column: cell</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>级别</source>
        <translation>级别</translation>
    </message>
    <message>
        <source>告警与对象</source>
        <translation>告警与对象</translation>
    </message>
    <message>
        <source>触发号</source>
        <translation>触发号</translation>
    </message>
    <message>
        <source>状态（三轴）</source>
        <translation>状态（三轴）</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>持续 / 起</source>
        <translation>持续 / 起</translation>
    </message>
    <message>
        <source>已移到「%1」</source>
        <comment>another tab</comment>
        <translation>已移到「%1」</translation>
    </message>
</context>
<context>
    <name>guardline::models::DeliveryTableModel</name>
    <message>
        <source>%1 %2，样本少于 30 条</source>
        <translation>%1 %2，样本少于 30 条</translation>
    </message>
    <message>
        <source>无数据</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>渠道</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>送达率</source>
        <translation>送达率</translation>
    </message>
    <message>
        <source>已送达</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>已受理</source>
        <translation>已受理</translation>
    </message>
    <message>
        <source>已交付</source>
        <translation>已交付</translation>
    </message>
    <message>
        <source>客户侧失败</source>
        <translation>客户侧失败</translation>
    </message>
    <message>
        <source>通道侧失败</source>
        <translation>通道侧失败</translation>
    </message>
    <message>
        <source>时延 P95</source>
        <translation>时延 P95</translation>
    </message>
</context>
<context>
    <name>guardline::models::KpiTableModel</name>
    <message>
        <source>%1 %2</source>
        <comment>column and value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 无数据</source>
        <translation>%1 无数据</translation>
    </message>
    <message>
        <source>%1 %2，%3 ÷ %4</source>
        <translation>%1 %2，%3 ÷ %4</translation>
    </message>
    <message>
        <source>小时</source>
        <translation>小时</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>日期</translation>
    </message>
    <message>
        <source>全部渠道</source>
        <translation>全部渠道</translation>
    </message>
    <message>
        <source>上一周期</source>
        <translation>上一周期</translation>
    </message>
</context>
<context>
    <name>guardline::models::NotificationModel</name>
    <message numerus="yes">
        <source>%1，%n 次提醒</source>
        <translation>
            <numerusform>%1，%n 次提醒</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>number, how it stands</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1，%2，%3，%4</source>
        <comment>severity, title, time, how it stands</comment>
        <translation>%1，%2，%3，%4</translation>
    </message>
</context>
<context>
    <name>guardline::models::PeopleModel</name>
    <message>
        <source>%1：%2</source>
        <comment>column: cell</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>投资者</source>
        <translation>投资者</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>经过</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>现在</translation>
    </message>
</context>
<context>
    <name>guardline::models::TickerModel</name>
    <message>
        <source>%1 %2</source>
        <comment>channel, state</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <comment>what happened: why</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 · 通道 %2</source>
        <comment>what happened, carrier account</comment>
        <translation>%1 · 通道 %2</translation>
    </message>
    <message>
        <source>时间 %1</source>
        <translation>时间 %1</translation>
    </message>
    <message>
        <source>状态 %1</source>
        <translation>状态 %1</translation>
    </message>
    <message>
        <source>演练：%1</source>
        <translation>演练：%1</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>事件</source>
        <translation>事件</translation>
    </message>
</context>
<context>
    <name>guardline::models::TimelineModel</name>
    <message>
        <source>周一</source>
        <translation>周一</translation>
    </message>
    <message>
        <source>周二</source>
        <translation>周二</translation>
    </message>
    <message>
        <source>周三</source>
        <translation>周三</translation>
    </message>
    <message>
        <source>周四</source>
        <translation>周四</translation>
    </message>
    <message>
        <source>周五</source>
        <translation>周五</translation>
    </message>
    <message>
        <source>周六</source>
        <translation>周六</translation>
    </message>
    <message>
        <source>周日</source>
        <translation>周日</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>date, day of the week</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>今天&#x3000;%1</source>
        <translation>今天&#x3000;%1</translation>
    </message>
    <message>
        <source>昨天&#x3000;%1</source>
        <translation>昨天&#x3000;%1</translation>
    </message>
    <message>
        <source>通知 …%1</source>
        <translation>通知 …%1</translation>
    </message>
    <message>
        <source>模板 %1 v%2</source>
        <translation>模板 %1 v%2</translation>
    </message>
    <message>
        <source>营销类</source>
        <translation>营销类</translation>
    </message>
    <message>
        <source>通道 %1</source>
        <translation>通道 %1</translation>
    </message>
    <message>
        <source>未定渠道</source>
        <translation>未定渠道</translation>
    </message>
    <message>
        <source>（内容已删除或没有标题）</source>
        <translation>（内容已删除或没有标题）</translation>
    </message>
    <message>
        <source>为什么？</source>
        <translation>为什么？</translation>
    </message>
    <message>
        <source>时间 %1</source>
        <translation>时间 %1</translation>
    </message>
    <message>
        <source>渠道 %1，%2</source>
        <translation>渠道 %1，%2</translation>
    </message>
    <message>
        <source>演练</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>，</source>
        <comment>between parts of a row</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>为什么？按 W 查看</source>
        <translation>为什么？按 W 查看</translation>
    </message>
    <message>
        <source>还没有投递</source>
        <translation>还没有投递</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>渠道</source>
        <translation>渠道</translation>
    </message>
    <message>
        <source>内容与回执</source>
        <translation>内容与回执</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>截至 %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>截至 %1，可能已变化</source>
        <translation>截至 %1，可能已变化</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>通话小结</source>
        <translation>通话小结</translation>
    </message>
    <message>
        <source>全文</source>
        <translation>全文</translation>
    </message>
    <message>
        <source>本机，待同步</source>
        <translation>本机，待同步</translation>
    </message>
    <message>
        <source>没有文字</source>
        <translation>没有文字</translation>
    </message>
    <message>
        <source>%1，按 W 查看</source>
        <translation>%1，按 W 查看</translation>
    </message>
</context>
<context>
    <name>guardline::ui::ActPanel</name>
    <message>
        <source>说明</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>搁置时长</source>
        <translation>搁置时长</translation>
    </message>
    <message numerus="yes">
        <source>%n 小时</source>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
    <message>
        <source>转交给账号</source>
        <translation>转交给账号</translation>
    </message>
    <message>
        <source>对方的登录账号</source>
        <translation>对方的登录账号</translation>
    </message>
    <message>
        <source>确认说明（必填，写入审计）</source>
        <translation>确认说明（必填，写入审计）</translation>
    </message>
    <message>
        <source>处置措施（必填，写入审计）</source>
        <translation>处置措施（必填，写入审计）</translation>
    </message>
    <message>
        <source>搁置原因（必填，写入审计）</source>
        <translation>搁置原因（必填，写入审计）</translation>
    </message>
    <message>
        <source>先选中一条告警</source>
        <translation>先选中一条告警</translation>
    </message>
    <message>
        <source>您的角色只能查看告警。如需处理，请联系值班风控或主管。</source>
        <translation>您的角色只能查看告警。如需处理，请联系值班风控或主管。</translation>
    </message>
    <message>
        <source>上一步正在提交</source>
        <translation>上一步正在提交</translation>
    </message>
    <message>
        <source>本次触发已有人确认</source>
        <translation>本次触发已有人确认</translation>
    </message>
    <message>
        <source>先按 A 确认知晓，再记处置完成</source>
        <translation>先按 A 确认知晓，再记处置完成</translation>
    </message>
    <message>
        <source>本次触发已记为处置完成</source>
        <translation>本次触发已记为处置完成</translation>
    </message>
    <message>
        <source>已按设计抑制，不需要搁置</source>
        <translation>已按设计抑制，不需要搁置</translation>
    </message>
    <message>
        <source>规则已停用，不需要搁置</source>
        <translation>规则已停用，不需要搁置</translation>
    </message>
    <message>
        <source>已确认</source>
        <translation>已确认</translation>
    </message>
    <message>
        <source>确认知晓</source>
        <translation>确认知晓</translation>
    </message>
    <message>
        <source>已处置</source>
        <translation>已处置</translation>
    </message>
    <message>
        <source>处置完成</source>
        <translation>处置完成</translation>
    </message>
    <message>
        <source>取消搁置</source>
        <translation>取消搁置</translation>
    </message>
    <message>
        <source>搁置</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>转交</source>
        <translation>转交</translation>
    </message>
    <message>
        <source>按 S 提前结束搁置，告警立即回到列表。</source>
        <translation>按 S 提前结束搁置，告警立即回到列表。</translation>
    </message>
    <message>
        <source>请先填写对方的登录账号，再按 Enter 转交。</source>
        <translation>请先填写对方的登录账号，再按 Enter 转交。</translation>
    </message>
    <message>
        <source>请先写下说明，再按 Ctrl+Enter 提交。</source>
        <translation>请先写下说明，再按 Ctrl+Enter 提交。</translation>
    </message>
    <message numerus="yes">
        <source>说明超出 %n 个字，请缩短后再提交。</source>
        <translation>
            <numerusform>说明超出 %n 个字，请缩短后再提交。</numerusform>
        </translation>
    </message>
    <message>
        <source>核对内容后按 Ctrl+Enter 提交。</source>
        <translation>核对内容后按 Ctrl+Enter 提交。</translation>
    </message>
    <message>
        <source>%1：已存在本机，联网后提交，%2。</source>
        <translation>%1：已存在本机，联网后提交，%2。</translation>
    </message>
    <message>
        <source>%1：%2，%3。</source>
        <comment>number, what was done, time</comment>
        <translation>%1：%2，%3。</translation>
    </message>
    <message>
        <source>确认知晓＝已看到并负责，到时（默认 30 分钟）未记处置将自动取消；处置完成＝写下做了什么。都不代表已恢复。</source>
        <translation>确认知晓＝已看到并负责，到时（默认 30 分钟）未记处置将自动取消；处置完成＝写下做了什么。都不代表已恢复。</translation>
    </message>
</context>
<context>
    <name>guardline::ui::AlertDetail</name>
    <message>
        <source>选中一条告警</source>
        <translation>选中一条告警</translation>
    </message>
    <message>
        <source>按 J、K 移动，右侧显示它的状态、依据和记录，再按 A、F、S、O 处理。</source>
        <translation>按 J、K 移动，右侧显示它的状态、依据和记录，再按 A、F、S、O 处理。</translation>
    </message>
    <message>
        <source>告警详情</source>
        <translation>告警详情</translation>
    </message>
    <message>
        <source>状态、依据和记录</source>
        <translation>状态、依据和记录</translation>
    </message>
    <message>
        <source>是否活动</source>
        <translation>是否活动</translation>
    </message>
    <message>
        <source>是否确认</source>
        <translation>是否确认</translation>
    </message>
    <message>
        <source>抑制</source>
        <translation>抑制</translation>
    </message>
    <message>
        <source>触发条件</source>
        <translation>触发条件</translation>
    </message>
    <message>
        <source>当时实测</source>
        <translation>当时实测</translation>
    </message>
    <message>
        <source>规则</source>
        <translation>规则</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>起因：逐分钟</source>
        <translation>起因：逐分钟</translation>
    </message>
    <message>
        <source>起因图</source>
        <translation>起因图</translation>
    </message>
    <message>
        <source>触发记录</source>
        <translation>触发记录</translation>
    </message>
    <message>
        <source>该告警已恢复并再次触发（#%1）。下面是新的触发，请先看清再确认。</source>
        <translation>该告警已恢复并再次触发（#%1）。下面是新的触发，请先看清再确认。</translation>
    </message>
    <message>
        <source>无</source>
        <translation>无</translation>
    </message>
    <message>
        <source>记录没有取到，下面缺少的不代表没有发生。按 F5 重试。</source>
        <translation>记录没有取到，下面缺少的不代表没有发生。按 F5 重试。</translation>
    </message>
    <message>
        <source>正在取得记录</source>
        <translation>正在取得记录</translation>
    </message>
    <message>
        <source>还没有记录</source>
        <translation>还没有记录</translation>
    </message>
    <message>
        <source>起因：各分钟计划的，现在仍未提交的占比</source>
        <translation>起因：各分钟计划的，现在仍未提交的占比</translation>
    </message>
</context>
<context>
    <name>guardline::ui::AlertList</name>
    <message>
        <source>告警列表</source>
        <translation>告警列表</translation>
    </message>
    <message>
        <source>按状态分组的告警</source>
        <translation>按状态分组的告警</translation>
    </message>
    <message numerus="yes">
        <source>有 %n 条新事件，其中有紧急</source>
        <translation>
            <numerusform>有 %n 条新事件，其中有紧急</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>有 %n 条新事件</source>
        <translation>
            <numerusform>有 %n 条新事件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>有 %n 条已移到其他分组</source>
        <translation>
            <numerusform>有 %n 条已移到其他分组</numerusform>
        </translation>
    </message>
    <message>
        <source>按 Esc 更新列表，选中的行会放开</source>
        <translation>按 Esc 更新列表，选中的行会放开</translation>
    </message>
    <message>
        <source>与中枢断开，还没有可显示的告警</source>
        <translation>与中枢断开，还没有可显示的告警</translation>
    </message>
    <message>
        <source>正在取得告警</source>
        <translation>正在取得告警</translation>
    </message>
    <message>
        <source>没有告警显示不代表没有告警。正在自动重试，也可按 F5 立即重试。</source>
        <translation>没有告警显示不代表没有告警。正在自动重试，也可按 F5 立即重试。</translation>
    </message>
    <message>
        <source>监控自检 %1 正常</source>
        <translation>监控自检 %1 正常</translation>
    </message>
    <message>
        <source>当前没有待确认告警</source>
        <translation>当前没有待确认告警</translation>
    </message>
    <message>
        <source>列表可能不完整</source>
        <translation>列表可能不完整</translation>
    </message>
    <message>
        <source>还没有历史告警</source>
        <translation>还没有历史告警</translation>
    </message>
    <message>
        <source>恢复并确认过的告警会列在这里。</source>
        <translation>恢复并确认过的告警会列在这里。</translation>
    </message>
    <message>
        <source>没有搁置中的告警</source>
        <translation>没有搁置中的告警</translation>
    </message>
    <message>
        <source>选中一条告警后按 S 搁置，到期自动回到列表。</source>
        <translation>选中一条告警后按 S 搁置，到期自动回到列表。</translation>
    </message>
    <message>
        <source>这一组没有告警</source>
        <translation>这一组没有告警</translation>
    </message>
</context>
<context>
    <name>guardline::ui::AlertsPage</name>
    <message>
        <source>立即重试</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>立即重试连接</source>
        <translation>立即重试连接</translation>
    </message>
    <message>
        <source>移动</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>确认知晓</source>
        <translation>确认知晓</translation>
    </message>
    <message>
        <source>处置完成</source>
        <translation>处置完成</translation>
    </message>
    <message>
        <source>搁置</source>
        <translation>搁置</translation>
    </message>
    <message>
        <source>转交</source>
        <translation>转交</translation>
    </message>
    <message>
        <source>声音：仅紧急，间隔 ≥ 60 秒</source>
        <translation>声音：仅紧急，间隔 ≥ 60 秒</translation>
    </message>
    <message>
        <source>您的角色不能查看告警</source>
        <translation>您的角色不能查看告警</translation>
    </message>
    <message>
        <source>告警由风控和主管处理。如因工作需要，请联系值班主管。</source>
        <translation>告警由风控和主管处理。如因工作需要，请联系值班主管。</translation>
    </message>
    <message>
        <source>告警中心</source>
        <translation>告警中心</translation>
    </message>
    <message>
        <source>正在取得告警</source>
        <translation>正在取得告警</translation>
    </message>
    <message>
        <source>待确认 %1，处理中 %2</source>
        <translation>待确认 %1，处理中 %2</translation>
    </message>
    <message>
        <source>截至 %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>没有查看权限</source>
        <translation>没有查看权限</translation>
    </message>
    <message>
        <source>搁置，或取消搁置</source>
        <translation>搁置，或取消搁置</translation>
    </message>
    <message>
        <source>写说明</source>
        <translation>写说明</translation>
    </message>
    <message>
        <source>提交说明</source>
        <translation>提交说明</translation>
    </message>
    <message>
        <source>放开选中的行，让新事件进来</source>
        <translation>放开选中的行，让新事件进来</translation>
    </message>
    <message>
        <source>告警列表可能不完整：%1 起没有新数据，没有新告警不代表没有异常。正在核对连接，也可按 F5 立即重试。</source>
        <translation>告警列表可能不完整：%1 起没有新数据，没有新告警不代表没有异常。正在核对连接，也可按 F5 立即重试。</translation>
    </message>
    <message>
        <source>与中枢断开。这是 %1 的列表，状态可能已变化，新告警收不到。正在自动重试，也可按 F5 立即重试。</source>
        <translation>与中枢断开。这是 %1 的列表，状态可能已变化，新告警收不到。正在自动重试，也可按 F5 立即重试。</translation>
    </message>
    <message>
        <source>截至 %1，收不到新告警</source>
        <translation>截至 %1，收不到新告警</translation>
    </message>
    <message>
        <source>告警负荷、优先级和搁置</source>
        <translation>告警负荷、优先级和搁置</translation>
    </message>
    <message numerus="yes">
        <source>告警洪泛：本 10 分钟窗（%1 起）已 %n 条（多于 10 条为洪泛，回到少于 5 条时解除）。新告警可能来不及逐条看。紧急告警排在最前，不合并、不隐藏，请先处理。</source>
        <translation>
            <numerusform>告警洪泛：本 10 分钟窗（%1 起）已 %n 条（多于 10 条为洪泛，回到少于 5 条时解除）。新告警可能来不及逐条看。紧急告警排在最前，不合并、不隐藏，请先处理。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guardline::ui::ApprovalStep</name>
    <message>
        <source>第 2 步&#x3000;已批准</source>
        <translation>第 2 步&#x3000;已批准</translation>
    </message>
    <message>
        <source>管理员已批准这台设备</source>
        <translation>管理员已批准这台设备</translation>
    </message>
    <message>
        <source>证书已存入系统密钥库。只差最后一步：保存恢复码。</source>
        <translation>证书已存入系统密钥库。只差最后一步：保存恢复码。</translation>
    </message>
    <message>
        <source>进入第 3 步</source>
        <translation>进入第 3 步</translation>
    </message>
    <message>
        <source>登记完成</source>
        <translation>登记完成</translation>
    </message>
    <message>
        <source>这台设备已启用</source>
        <translation>这台设备已启用</translation>
    </message>
    <message>
        <source>管理员已批准，证书已存入系统密钥库。
现在可以用账号、密码和动态码登录。</source>
        <translation>管理员已批准，证书已存入系统密钥库。
现在可以用账号、密码和动态码登录。</translation>
    </message>
    <message>
        <source>去登录</source>
        <translation>去登录</translation>
    </message>
    <message>
        <source>登记没有完成</source>
        <translation>登记没有完成</translation>
    </message>
    <message>
        <source>管理员没有批准这台设备</source>
        <translation>管理员没有批准这台设备</translation>
    </message>
    <message>
        <source>登记已过期</source>
        <translation>登记已过期</translation>
    </message>
    <message>
        <source>这次申请已作废，您的账号不受影响。
请与管理员核对设备指纹，再用新的登记码重新申请。</source>
        <translation>这次申请已作废，您的账号不受影响。
请与管理员核对设备指纹，再用新的登记码重新申请。</translation>
    </message>
    <message>
        <source>24 小时内没有获得批准，这次申请已作废。
请向管理员索取新的登记码，重新申请。</source>
        <translation>24 小时内没有获得批准，这次申请已作废。
请向管理员索取新的登记码，重新申请。</translation>
    </message>
    <message>
        <source>重新登记</source>
        <translation>重新登记</translation>
    </message>
    <message>
        <source>第 2 步&#x3000;等待批准</source>
        <translation>第 2 步&#x3000;等待批准</translation>
    </message>
    <message>
        <source>申请已在管理员那里</source>
        <translation>申请已在管理员那里</translation>
    </message>
    <message>
        <source>管理员会打电话给您，请口述右侧指纹的最后 8 位。两边一致才会批准。
可以关闭窗口，24 小时内从这里继续。</source>
        <translation>管理员会打电话给您，请口述右侧指纹的最后 8 位。两边一致才会批准。
可以关闭窗口，24 小时内从这里继续。</translation>
    </message>
    <message>
        <source>等待批准</source>
        <translation>等待批准</translation>
    </message>
    <message>
        <source>您的身份验证器照旧可用，只等批准</source>
        <translation>您的身份验证器照旧可用，只等批准</translation>
    </message>
    <message>
        <source>恢复码已保存，只等批准</source>
        <translation>恢复码已保存，只等批准</translation>
    </message>
    <message>
        <source>不等了，先做第 3 步</source>
        <translation>不等了，先做第 3 步</translation>
    </message>
    <message>
        <source>暂时问不到批准进度，申请仍在中枢。连上后会自动更新。</source>
        <translation>暂时问不到批准进度，申请仍在中枢。连上后会自动更新。</translation>
    </message>
</context>
<context>
    <name>guardline::ui::ChannelTileView</name>
    <message>
        <source>持平</source>
        <translation>持平</translation>
    </message>
    <message>
        <source>↓ %1 点</source>
        <comment>percentage points</comment>
        <translation>↓ %1 点</translation>
    </message>
    <message>
        <source>↑ %1 点</source>
        <comment>percentage points</comment>
        <translation>↑ %1 点</translation>
    </message>
    <message>
        <source>最近 %1，%2</source>
        <comment>last value, time</comment>
        <translation>最近 %1，%2</translation>
    </message>
    <message>
        <source>，</source>
        <translation>，</translation>
    </message>
    <message>
        <source>无数据</source>
        <translation>无数据</translation>
    </message>
    <message>
        <source>离线</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>连接中</source>
        <translation>连接中</translation>
    </message>
    <message>
        <source>空闲</source>
        <translation>空闲</translation>
    </message>
    <message>
        <source>样本少</source>
        <translation>样本少</translation>
    </message>
    <message>
        <source>正常</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>重要</source>
        <translation>重要</translation>
    </message>
    <message>
        <source>紧急</source>
        <translation>紧急</translation>
    </message>
    <message>
        <source>% 送达</source>
        <comment>beside the tile&apos;s figure</comment>
        <translation>% 送达</translation>
    </message>
    <message>
        <source>积压 %1</source>
        <translation>积压 %1</translation>
    </message>
    <message>
        <source>P95 %1</source>
        <translation>P95 %1</translation>
    </message>
    <message>
        <source>近 24 小时没有发送</source>
        <translation>近 24 小时没有发送</translation>
    </message>
    <message>
        <source>未接入或未使用</source>
        <translation>未接入或未使用</translation>
    </message>
    <message>
        <source>近 5 分钟没有发送</source>
        <translation>近 5 分钟没有发送</translation>
    </message>
    <message>
        <source>是否仍在送达不可知</source>
        <translation>是否仍在送达不可知</translation>
    </message>
    <message>
        <source>少于 30 条，不判断</source>
        <translation>少于 30 条，不判断</translation>
    </message>
    <message>
        <source>低于告警线 95%</source>
        <translation>低于告警线 95%</translation>
    </message>
    <message>
        <source>低于提示线 97%</source>
        <translation>低于提示线 97%</translation>
    </message>
    <message>
        <source>低于 95%</source>
        <translation>低于 95%</translation>
    </message>
    <message>
        <source>低于 97%</source>
        <translation>低于 97%</translation>
    </message>
    <message>
        <source>不判断</source>
        <translation>不判断</translation>
    </message>
</context>
<context>
    <name>guardline::ui::ChartView</name>
    <message>
        <source>%1 无数据</source>
        <translation>%1 无数据</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1，低于%2</source>
        <translation>%1，低于%2</translation>
    </message>
    <message>
        <source>；</source>
        <translation>；</translation>
    </message>
    <message>
        <source>%1 %2（%3/%4）</source>
        <translation>%1 %2（%3/%4）</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <comment>time: values</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>guardline::ui::CodeStep</name>
    <message>
        <source>提交登记申请</source>
        <translation>提交登记申请</translation>
    </message>
    <message>
        <source>登记码由系统管理员给您，15 分钟内有效，只能用一次。其中含中枢地址和公钥，本机只会连接那个中枢。</source>
        <translation>登记码由系统管理员给您，15 分钟内有效，只能用一次。其中含中枢地址和公钥，本机只会连接那个中枢。</translation>
    </message>
    <message>
        <source>登记码</source>
        <translation>登记码</translation>
    </message>
    <message>
        <source>在此粘贴登记码，空格、换行和连字符都可以保留</source>
        <translation>在此粘贴登记码，空格、换行和连字符都可以保留</translation>
    </message>
    <message>
        <source>这台设备叫什么</source>
        <translation>这台设备叫什么</translation>
    </message>
    <message>
        <source>设备名称</source>
        <translation>设备名称</translation>
    </message>
    <message>
        <source>管理员批准时看到的就是这个名称，1 到 64 个字符。</source>
        <translation>管理员批准时看到的就是这个名称，1 到 64 个字符。</translation>
    </message>
    <message>
        <source>用途</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>专用，只有我使用</source>
        <translation>专用，只有我使用</translation>
    </message>
    <message>
        <source>共用，多人轮流使用</source>
        <translation>共用，多人轮流使用</translation>
    </message>
    <message>
        <source>登记码只含字母和数字，按四个一组显示。</source>
        <translation>登记码只含字母和数字，按四个一组显示。</translation>
    </message>
    <message>
        <source>登记码完整，将连接 %1，并核对它的公钥。</source>
        <translation>登记码完整，将连接 %1，并核对它的公钥。</translation>
    </message>
    <message>
        <source>共用机不记住账号，退出后不留个人设置。</source>
        <translation>共用机不记住账号，退出后不留个人设置。</translation>
    </message>
    <message>
        <source>专用机会记住上次登录的账号，密码从不保存。</source>
        <translation>专用机会记住上次登录的账号，密码从不保存。</translation>
    </message>
    <message>
        <source>正在提交…</source>
        <translation>正在提交…</translation>
    </message>
    <message>
        <source>提交申请，进入第 1 步</source>
        <translation>提交申请，进入第 1 步</translation>
    </message>
    <message>
        <source>正在生成本机密钥，并连接中枢</source>
        <translation>正在生成本机密钥，并连接中枢</translation>
    </message>
    <message>
        <source>还差一个完整的登记码</source>
        <translation>还差一个完整的登记码</translation>
    </message>
    <message>
        <source>还差设备名称</source>
        <translation>还差设备名称</translation>
    </message>
</context>
<context>
    <name>guardline::ui::ConflictCard</name>
    <message>
        <source>本机</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>中枢</source>
        <translation>中枢</translation>
    </message>
    <message>
        <source>按现状再提交</source>
        <translation>按现状再提交</translation>
    </message>
    <message>
        <source>以中枢为准</source>
        <translation>以中枢为准</translation>
    </message>
    <message>
        <source>冲突：%1</source>
        <translation>冲突：%1</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <comment>side of a conflict, what it says</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>guardline::ui::ConnectionPill</name>
    <message>
        <source>最近事件</source>
        <translation>最近事件</translation>
    </message>
    <message>
        <source>事件序号</source>
        <translation>事件序号</translation>
    </message>
    <message>
        <source>往返延迟</source>
        <translation>往返延迟</translation>
    </message>
    <message>
        <source>立即重试</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>连接详情</source>
        <translation>连接详情</translation>
    </message>
    <message>
        <source>在线</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>延迟 %1 ms</source>
        <translation>延迟 %1 ms</translation>
    </message>
    <message>
        <source>正在连接</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>重连中</source>
        <translation>重连中</translation>
    </message>
    <message>
        <source>第 %1 次，%2 后</source>
        <translation>第 %1 次，%2 后</translation>
    </message>
    <message>
        <source>第 %1 次</source>
        <translation>第 %1 次</translation>
    </message>
    <message>
        <source>离线</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>%1 后重试</source>
        <translation>%1 后重试</translation>
    </message>
    <message>
        <source>连接：%1 %2</source>
        <translation>连接：%1 %2</translation>
    </message>
    <message>
        <source>与中枢连接正常</source>
        <translation>与中枢连接正常</translation>
    </message>
    <message>
        <source>正在连接中枢</source>
        <translation>正在连接中枢</translation>
    </message>
    <message>
        <source>%1 毫秒</source>
        <translation>%1 毫秒</translation>
    </message>
</context>
<context>
    <name>guardline::ui::DevicePanel</name>
    <message>
        <source>这台设备</source>
        <translation>这台设备</translation>
    </message>
    <message>
        <source>设备密钥指纹</source>
        <translation>设备密钥指纹</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>用途</source>
        <translation>用途</translation>
    </message>
    <message>
        <source>系统</source>
        <translation>系统</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>复制设备密钥指纹</source>
        <translation>复制设备密钥指纹</translation>
    </message>
    <message>
        <source>申请已提交</source>
        <translation>申请已提交</translation>
    </message>
    <message>
        <source>提交申请</source>
        <translation>提交申请</translation>
    </message>
    <message>
        <source>管理员已查看</source>
        <translation>管理员已查看</translation>
    </message>
    <message>
        <source>管理员查看</source>
        <translation>管理员查看</translation>
    </message>
    <message>
        <source>已批准</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>没有批准</source>
        <translation>没有批准</translation>
    </message>
    <message>
        <source>已过期</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>等待批准&#x3000;已等 %1</source>
        <translation>等待批准&#x3000;已等 %1</translation>
    </message>
    <message>
        <source>等待批准</source>
        <translation>等待批准</translation>
    </message>
    <message>
        <source>已启用，可以登录</source>
        <translation>已启用，可以登录</translation>
    </message>
    <message>
        <source>启用，可以登录</source>
        <translation>启用，可以登录</translation>
    </message>
    <message>
        <source>设备批准</source>
        <translation>设备批准</translation>
    </message>
    <message>
        <source>未批准</source>
        <translation>未批准</translation>
    </message>
    <message>
        <source>可以继续登记，也可以关闭窗口。批准由管理员在中枢完成，这里会自动更新。</source>
        <translation>可以继续登记，也可以关闭窗口。批准由管理员在中枢完成，这里会自动更新。</translation>
    </message>
    <message>
        <source>共用</source>
        <translation>共用</translation>
    </message>
    <message>
        <source>专用</source>
        <translation>专用</translation>
    </message>
    <message>
        <source>提交申请时在本机生成</source>
        <translation>提交申请时在本机生成</translation>
    </message>
    <message>
        <source>指纹最后 8 位</source>
        <translation>指纹最后 8 位</translation>
    </message>
    <message>
        <source>以上是指纹的最后 8 位，管理员批准前会请您口述。两边不一致时请停止，并联系安全值班。</source>
        <translation>以上是指纹的最后 8 位，管理员批准前会请您口述。两边不一致时请停止，并联系安全值班。</translation>
    </message>
    <message>
        <source>私钥不离开本机，中枢只得到公钥。</source>
        <translation>私钥不离开本机，中枢只得到公钥。</translation>
    </message>
</context>
<context>
    <name>guardline::ui::EnrolPage</name>
    <message>
        <source>设备登记</source>
        <translation>设备登记</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>退出，稍后继续</source>
        <translation>退出，稍后继续</translation>
    </message>
    <message>
        <source>%1 · %2 %3</source>
        <translation>%1 · %2 %3</translation>
    </message>
    <message>
        <source>去登录</source>
        <translation>去登录</translation>
    </message>
    <message>
        <source>返回登录</source>
        <translation>返回登录</translation>
    </message>
</context>
<context>
    <name>guardline::ui::EntryPanel</name>
    <message>
        <source>操作</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>每一步都写入审计</source>
        <translation>每一步都写入审计</translation>
    </message>
    <message>
        <source>电话记录</source>
        <translation>电话记录</translation>
    </message>
    <message>
        <source>填电话记录</source>
        <translation>填电话记录</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>写备注</source>
        <translation>写备注</translation>
    </message>
    <message>
        <source>方向</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>时长</source>
        <translation>时长</translation>
    </message>
    <message>
        <source>通话分钟数</source>
        <translation>通话分钟数</translation>
    </message>
    <message>
        <source> 分钟</source>
        <comment>after a number</comment>
        <translation> 分钟</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>收起</translation>
    </message>
    <message>
        <source>收起，内容保留</source>
        <translation>收起，内容保留</translation>
    </message>
    <message>
        <source>您的角色只能查看通信历史。如需记录，请联系值班坐席或主管。</source>
        <translation>您的角色只能查看通信历史。如需记录，请联系值班坐席或主管。</translation>
    </message>
    <message>
        <source>未保存的内容太多，这一条切换后不会保留。请先保存。</source>
        <translation>未保存的内容太多，这一条切换后不会保留。请先保存。</translation>
    </message>
    <message numerus="yes">
        <source>超出 %n 个字，请缩短后再保存。</source>
        <translation>
            <numerusform>超出 %n 个字，请缩短后再保存。</numerusform>
        </translation>
    </message>
    <message>
        <source>请先写下内容，再按 Ctrl+Enter 保存。</source>
        <translation>请先写下内容，再按 Ctrl+Enter 保存。</translation>
    </message>
    <message>
        <source>电话记录已存在本机 %1，联网后写入。</source>
        <translation>电话记录已存在本机 %1，联网后写入。</translation>
    </message>
    <message>
        <source>备注已存在本机 %1，联网后写入。</source>
        <translation>备注已存在本机 %1，联网后写入。</translation>
    </message>
    <message>
        <source>电话记录已保存 %1。</source>
        <translation>电话记录已保存 %1。</translation>
    </message>
    <message>
        <source>备注已保存 %1。</source>
        <translation>备注已保存 %1。</translation>
    </message>
    <message>
        <source>通话小结</source>
        <translation>通话小结</translation>
    </message>
    <message>
        <source>说了什么、约定了什么</source>
        <translation>说了什么、约定了什么</translation>
    </message>
    <message>
        <source>同事需要知道的事</source>
        <translation>同事需要知道的事</translation>
    </message>
    <message>
        <source>保存电话记录</source>
        <translation>保存电话记录</translation>
    </message>
    <message>
        <source>保存备注</source>
        <translation>保存备注</translation>
    </message>
    <message>
        <source>正在保存</source>
        <translation>正在保存</translation>
    </message>
    <message>
        <source>先存在本机，联网后写入</source>
        <translation>先存在本机，联网后写入</translation>
    </message>
    <message>
        <source>您的角色只能查看通信历史</source>
        <translation>您的角色只能查看通信历史</translation>
    </message>
    <message>
        <source>个人资料已按要求删除，不能再写入</source>
        <translation>个人资料已按要求删除，不能再写入</translation>
    </message>
    <message>
        <source>有未保存的草稿</source>
        <translation>有未保存的草稿</translation>
    </message>
    <message>
        <source>电话记录 · 草稿</source>
        <translation>电话记录 · 草稿</translation>
    </message>
    <message>
        <source>备注 · 草稿</source>
        <translation>备注 · 草稿</translation>
    </message>
</context>
<context>
    <name>guardline::ui::FactorPill</name>
    <message>
        <source>二次验证</source>
        <translation>二次验证</translation>
    </message>
    <message>
        <source>未验证</source>
        <translation>未验证</translation>
    </message>
    <message>
        <source>%1 继续</source>
        <translation>%1 继续</translation>
    </message>
    <message>
        <source>二次验证：%1</source>
        <translation>二次验证：%1</translation>
    </message>
    <message>
        <source>查看投资者前需要再次验证</source>
        <translation>查看投资者前需要再次验证</translation>
    </message>
    <message>
        <source>再次验证，重新计时</source>
        <translation>再次验证，重新计时</translation>
    </message>
</context>
<context>
    <name>guardline::ui::FailureList</name>
    <message>
        <source>%1 %2 条（%3）</source>
        <comment>reason, count, whose side</comment>
        <translation>%1 %2 条（%3）</translation>
    </message>
    <message>
        <source>客户侧</source>
        <translation>客户侧</translation>
    </message>
    <message>
        <source>通道侧</source>
        <translation>通道侧</translation>
    </message>
    <message>
        <source>没有数据</source>
        <translation>没有数据</translation>
    </message>
    <message>
        <source>；</source>
        <translation>；</translation>
    </message>
    <message>
        <source>仅客户侧计入失联评分</source>
        <translation>仅客户侧计入失联评分</translation>
    </message>
</context>
<context>
    <name>guardline::ui::FilterBar</name>
    <message>
        <source>全部</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>%1 条</source>
        <translation>%1 条</translation>
    </message>
    <message>
        <source>%1，按 %2</source>
        <translation>%1，按 %2</translation>
    </message>
    <message>
        <source>仅未送达</source>
        <translation>仅未送达</translation>
    </message>
    <message>
        <source>%1，按 U</source>
        <translation>%1，按 U</translation>
    </message>
    <message>
        <source>在记录中查找&#x3000;/</source>
        <translation>在记录中查找&#x3000;/</translation>
    </message>
    <message>
        <source>在记录中查找</source>
        <translation>在记录中查找</translation>
    </message>
    <message>
        <source>按 Enter 在标题和正文中查找，按 Esc 取消</source>
        <translation>按 Enter 在标题和正文中查找，按 Esc 取消</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>查找&#x3000;/</source>
        <comment>in the history</comment>
        <translation>查找&#x3000;/</translation>
    </message>
</context>
<context>
    <name>guardline::ui::GlobalSearch</name>
    <message>
        <source>全局搜索</source>
        <translation>全局搜索</translation>
    </message>
    <message>
        <source>搜索</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>完整手机号、邮箱、流水号；A- 告警编号；&gt; 命令；? 快捷键</source>
        <translation>完整手机号、邮箱、流水号；A- 告警编号；&gt; 命令；? 快捷键</translation>
    </message>
    <message>
        <source>手机号、邮箱、流水号、A- 告警、&gt; 命令</source>
        <translation>手机号、邮箱、流水号、A- 告警、&gt; 命令</translation>
    </message>
    <message>
        <source>搜索结果</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Enter 打开&#x3000;·&#x3000;↓ 选择&#x3000;·&#x3000;Esc 关闭&#x3000;·&#x3000;输入的内容不会保存</source>
        <translation>Enter 打开&#x3000;·&#x3000;↓ 选择&#x3000;·&#x3000;Esc 关闭&#x3000;·&#x3000;输入的内容不会保存</translation>
    </message>
</context>
<context>
    <name>guardline::ui::HealthCard</name>
    <message>
        <source>渠道健康</source>
        <translation>渠道健康</translation>
    </message>
    <message>
        <source>已送达 / 全部投递</source>
        <translation>已送达 / 全部投递</translation>
    </message>
    <message>
        <source>客户侧连续失败 %1 次，最近：%2</source>
        <translation>客户侧连续失败 %1 次，最近：%2</translation>
    </message>
</context>
<context>
    <name>guardline::ui::HubPanel</name>
    <message>
        <source>投资者多渠道触达与实时监控</source>
        <translation>投资者多渠道触达与实时监控</translation>
    </message>
    <message>
        <source>无法登录？请联系本营业部的系统管理员。</source>
        <translation>无法登录？请联系本营业部的系统管理员。</translation>
    </message>
    <message>
        <source>中枢与本机</source>
        <translation>中枢与本机</translation>
    </message>
    <message>
        <source>在线</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>延迟 %1 ms</source>
        <translation>延迟 %1 ms</translation>
    </message>
    <message>
        <source>正在连接</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>重连中</source>
        <translation>重连中</translation>
    </message>
    <message>
        <source>第 %1 次</source>
        <translation>第 %1 次</translation>
    </message>
    <message>
        <source>离线</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>中枢</source>
        <translation>中枢</translation>
    </message>
    <message>
        <source>%1，%2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>登记时由登记码确定</source>
        <translation>登记时由登记码确定</translation>
    </message>
    <message>
        <source>线路</source>
        <translation>线路</translation>
    </message>
    <message>
        <source>对方证书不是本中枢的，已中断</source>
        <translation>对方证书不是本中枢的，已中断</translation>
    </message>
    <message>
        <source>双向证书已核对，%1</source>
        <translation>双向证书已核对，%1</translation>
    </message>
    <message>
        <source>中枢证书已核对，%1</source>
        <translation>中枢证书已核对，%1</translation>
    </message>
    <message>
        <source>尚未核对</source>
        <translation>尚未核对</translation>
    </message>
    <message>
        <source>本机时间</source>
        <translation>本机时间</translation>
    </message>
    <message>
        <source>连上中枢后核对</source>
        <translation>连上中枢后核对</translation>
    </message>
    <message>
        <source>相差 %1 秒，允许 15 秒</source>
        <translation>相差 %1 秒，允许 15 秒</translation>
    </message>
    <message>
        <source>共用机</source>
        <translation>共用机</translation>
    </message>
    <message>
        <source>专用机</source>
        <translation>专用机</translation>
    </message>
    <message>
        <source>本机设备</source>
        <translation>本机设备</translation>
    </message>
    <message>
        <source>%1，%2，已绑定</source>
        <translation>%1，%2，已绑定</translation>
    </message>
    <message>
        <source>%1，%2，登记中</source>
        <translation>%1，%2，登记中</translation>
    </message>
    <message>
        <source>%1，已停用</source>
        <translation>%1，已停用</translation>
    </message>
    <message>
        <source>尚未登记</source>
        <translation>尚未登记</translation>
    </message>
</context>
<context>
    <name>guardline::ui::InvestorPage</name>
    <message>
        <source>手机号、邮箱、流水号</source>
        <translation>手机号、邮箱、流水号</translation>
    </message>
    <message>
        <source>检索投资者</source>
        <translation>检索投资者</translation>
    </message>
    <message>
        <source>完整手机号、邮箱或流水号；姓名须附手机尾号</source>
        <translation>完整手机号、邮箱或流水号；姓名须附手机尾号</translation>
    </message>
    <message>
        <source>检索到的投资者</source>
        <translation>检索到的投资者</translation>
    </message>
    <message>
        <source>本次登录已查看的投资者</source>
        <translation>本次登录已查看的投资者</translation>
    </message>
    <message>
        <source>仅按完整手机号、邮箱、流水号精确检索；姓名检索须附第二条件。</source>
        <translation>仅按完整手机号、邮箱、流水号精确检索；姓名检索须附第二条件。</translation>
    </message>
    <message>
        <source>重试</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>重新读取</source>
        <translation>重新读取</translation>
    </message>
    <message>
        <source>投资者资料</source>
        <translation>投资者资料</translation>
    </message>
    <message>
        <source>筛选</source>
        <translation>筛选</translation>
    </message>
    <message>
        <source>通信历史</source>
        <translation>通信历史</translation>
    </message>
    <message>
        <source>正在读取通信历史</source>
        <translation>正在读取通信历史</translation>
    </message>
    <message>
        <source>再取 30 条</source>
        <translation>再取 30 条</translation>
    </message>
    <message>
        <source>再取 30 条更早的记录</source>
        <translation>再取 30 条更早的记录</translation>
    </message>
    <message>
        <source>为什么</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>投资者</source>
        <translation>投资者</translation>
    </message>
    <message numerus="yes">
        <source>检索结果 %n 位</source>
        <translation>
            <numerusform>检索结果 %n 位</numerusform>
        </translation>
    </message>
    <message>
        <source>只看一个渠道</source>
        <translation>只看一个渠道</translation>
    </message>
    <message>
        <source>仅未送达</source>
        <translation>仅未送达</translation>
    </message>
    <message>
        <source>检索投资者前请再次验证</source>
        <translation>检索投资者前请再次验证</translation>
    </message>
    <message>
        <source>打开通信历史前请再次验证</source>
        <translation>打开通信历史前请再次验证</translation>
    </message>
    <message>
        <source>检索结果，已遮蔽</source>
        <translation>检索结果，已遮蔽</translation>
    </message>
    <message>
        <source>短信、邮件、推送、公告、会话、电话的全部记录，已遮蔽</source>
        <translation>短信、邮件、推送、公告、会话、电话的全部记录，已遮蔽</translation>
    </message>
    <message numerus="yes">
        <source>%n 位以上，请加检索词</source>
        <translation>
            <numerusform>%n 位以上，请加检索词</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 位投资者</source>
        <translation>
            <numerusform>%n 位投资者</numerusform>
        </translation>
    </message>
    <message>
        <source>您的角色不能查看通信历史</source>
        <translation>您的角色不能查看通信历史</translation>
    </message>
    <message>
        <source>需要再次验证</source>
        <translation>需要再次验证</translation>
    </message>
    <message>
        <source>没有查到结果，因为请求没有完成</source>
        <translation>没有查到结果，因为请求没有完成</translation>
    </message>
    <message>
        <source>验证</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>没有找到，可能已更换号码</source>
        <translation>没有找到，可能已更换号码</translation>
    </message>
    <message>
        <source>检索 %1 没有结果。只按完整内容精确检索。
可改用邮箱、流水号，或姓名 + 手机尾号。</source>
        <translation>检索 %1 没有结果。只按完整内容精确检索。
可改用邮箱、流水号，或姓名 + 手机尾号。</translation>
    </message>
    <message>
        <source>从左侧选择一位投资者</source>
        <translation>从左侧选择一位投资者</translation>
    </message>
    <message>
        <source>用 ↓ 选择，按 Enter 打开。每次打开都写入审计。</source>
        <translation>用 ↓ 选择，按 Enter 打开。每次打开都写入审计。</translation>
    </message>
    <message>
        <source>输入完整手机号、邮箱或流水号</source>
        <translation>输入完整手机号、邮箱或流水号</translation>
    </message>
    <message>
        <source>通信历史没有取到</source>
        <translation>通信历史没有取到</translation>
    </message>
    <message>
        <source>空白不代表没有发过。</source>
        <translation>空白不代表没有发过。</translation>
    </message>
    <message>
        <source>没有符合筛选的记录</source>
        <translation>没有符合筛选的记录</translation>
    </message>
    <message>
        <source>还没有给这位投资者发过通知</source>
        <translation>还没有给这位投资者发过通知</translation>
    </message>
    <message>
        <source>按 U 或再按一次渠道数字取消筛选。</source>
        <translation>按 U 或再按一次渠道数字取消筛选。</translation>
    </message>
    <message>
        <source>发送后，每个渠道的回执会显示在这里。</source>
        <translation>发送后，每个渠道的回执会显示在这里。</translation>
    </message>
    <message>
        <source>正在读取更早的记录…</source>
        <translation>正在读取更早的记录…</translation>
    </message>
    <message>
        <source>已显示 %1 / %2 条，更早记录按需读取并写入审计</source>
        <translation>已显示 %1 / %2 条，更早记录按需读取并写入审计</translation>
    </message>
    <message>
        <source>已显示 %1 条，更早记录按需读取并写入审计</source>
        <translation>已显示 %1 条，更早记录按需读取并写入审计</translation>
    </message>
    <message>
        <source>已显示全部 %1 条</source>
        <translation>已显示全部 %1 条</translation>
    </message>
    <message>
        <source>%1 下面是 %2 的画面，状态可能已变化，不再更新。</source>
        <translation>%1 下面是 %2 的画面，状态可能已变化，不再更新。</translation>
    </message>
    <message>
        <source>%1 只能查到本机副本里打开过的投资者。</source>
        <translation>%1 只能查到本机副本里打开过的投资者。</translation>
    </message>
    <message>
        <source>手机号 11 位&#x3000;·&#x3000;完整邮箱&#x3000;·&#x3000;投递或通道流水号
姓名 + 手机尾号 4 位，中间空一格</source>
        <translation>手机号 11 位&#x3000;·&#x3000;完整邮箱&#x3000;·&#x3000;投递或通道流水号
姓名 + 手机尾号 4 位，中间空一格</translation>
    </message>
    <message>
        <source>列出本机副本里的人</source>
        <translation>列出本机副本里的人</translation>
    </message>
    <message>
        <source>只能查到本机加密副本里的人</source>
        <translation>只能查到本机加密副本里的人</translation>
    </message>
    <message>
        <source>本机加密副本，截至 %1</source>
        <translation>本机加密副本，截至 %1</translation>
    </message>
    <message>
        <source>截至 %1，状态可能已变化</source>
        <translation>截至 %1，状态可能已变化</translation>
    </message>
    <message>
        <source>其他投资者须联网并二次验证后查询。</source>
        <translation>其他投资者须联网并二次验证后查询。</translation>
    </message>
    <message>
        <source>本机副本里还没有人</source>
        <translation>本机副本里还没有人</translation>
    </message>
    <message>
        <source>本机副本里没有这位投资者</source>
        <translation>本机副本里没有这位投资者</translation>
    </message>
    <message>
        <source>副本只有在本机打开过的人。其他投资者须联网后查询。</source>
        <translation>副本只有在本机打开过的人。其他投资者须联网后查询。</translation>
    </message>
    <message>
        <source>本机保存 %1 / %2 条，更早记录须联网读取</source>
        <translation>本机保存 %1 / %2 条，更早记录须联网读取</translation>
    </message>
    <message>
        <source>本机保存 %1 条，更早记录须联网读取</source>
        <translation>本机保存 %1 条，更早记录须联网读取</translation>
    </message>
    <message>
        <source>本次登录已查看&#x3000;[ 上一位&#x3000;] 下一位</source>
        <translation>本次登录已查看&#x3000;[ 上一位&#x3000;] 下一位</translation>
    </message>
    <message>
        <source>操作</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>在记录中查找；没有打开投资者时到检索框</source>
        <translation>在记录中查找；没有打开投资者时到检索框</translation>
    </message>
    <message>
        <source>为什么、全文</source>
        <translation>为什么、全文</translation>
    </message>
    <message>
        <source>写备注</source>
        <translation>写备注</translation>
    </message>
    <message>
        <source>电话记录</source>
        <translation>电话记录</translation>
    </message>
    <message>
        <source>保存备注或电话记录</source>
        <translation>保存备注或电话记录</translation>
    </message>
    <message>
        <source>看过的上一位</source>
        <translation>看过的上一位</translation>
    </message>
    <message>
        <source>看过的下一位</source>
        <translation>看过的下一位</translation>
    </message>
    <message>
        <source>关闭「为什么」，或不再等待</source>
        <translation>关闭「为什么」，或不再等待</translation>
    </message>
    <message>
        <source>没有找到「%1」。只查标题和正文，遮蔽的内容查不到。按 / 改词，Esc 取消。</source>
        <translation>没有找到「%1」。只查标题和正文，遮蔽的内容查不到。按 / 改词，Esc 取消。</translation>
    </message>
    <message>
        <source>关注的在前，其余最近打开的在前；每一位都写入审计</source>
        <translation>关注的在前，其余最近打开的在前；每一位都写入审计</translation>
    </message>
    <message>
        <source>关注，或取消关注</source>
        <translation>关注，或取消关注</translation>
    </message>
    <message>
        <source>撤销刚才的关注或取消</source>
        <translation>撤销刚才的关注或取消</translation>
    </message>
</context>
<context>
    <name>guardline::ui::KpiPage</name>
    <message>
        <source>重新统计</source>
        <translation>重新统计</translation>
    </message>
    <message>
        <source>您的角色不能查看看板</source>
        <translation>您的角色不能查看看板</translation>
    </message>
    <message>
        <source>看板由主管、风控和合规查看。如因工作需要，请联系值班主管。</source>
        <translation>看板由主管、风控和合规查看。如因工作需要，请联系值班主管。</translation>
    </message>
    <message>
        <source>导出报表</source>
        <translation>导出报表</translation>
    </message>
    <message>
        <source>导出报表，CSV 文件</source>
        <translation>导出报表，CSV 文件</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>同一数据的表格</source>
        <translation>同一数据的表格</translation>
    </message>
    <message>
        <source>供读屏与复制，Ctrl+C 复制所选</source>
        <translation>供读屏与复制，Ctrl+C 复制所选</translation>
    </message>
    <message>
        <source>所选指标的数据表</source>
        <translation>所选指标的数据表</translation>
    </message>
    <message>
        <source>未送达原因</source>
        <translation>未送达原因</translation>
    </message>
    <message>
        <source>条，全部渠道</source>
        <translation>条，全部渠道</translation>
    </message>
    <message>
        <source>看板</source>
        <translation>看板</translation>
    </message>
    <message>
        <source>正在统计</source>
        <translation>正在统计</translation>
    </message>
    <message>
        <source>触达与打开，统计截至 %1</source>
        <translation>触达与打开，统计截至 %1</translation>
    </message>
    <message>
        <source>图与数据表切换</source>
        <translation>图与数据表切换</translation>
    </message>
    <message>
        <source>不再等待</source>
        <translation>不再等待</translation>
    </message>
    <message>
        <source>分渠道%1</source>
        <comment>title of a figure</comment>
        <translation>分渠道%1</translation>
    </message>
    <message>
        <source>%1，分渠道走势图</source>
        <translation>%1，分渠道走势图</translation>
    </message>
    <message>
        <source>另有过期 %1，结果不明 %2，按规则不发 %3</source>
        <translation>另有过期 %1，结果不明 %2，按规则不发 %3</translation>
    </message>
    <message>
        <source>对比上一周期 %1（细线）</source>
        <translation>对比上一周期 %1（细线）</translation>
    </message>
    <message>
        <source>有了统计结果才能导出</source>
        <translation>有了统计结果才能导出</translation>
    </message>
    <message>
        <source>与中枢断开。这是 %1 的统计，只可查看。联网后按 F5 重新统计。</source>
        <translation>与中枢断开。这是 %1 的统计，只可查看。联网后按 F5 重新统计。</translation>
    </message>
    <message>
        <source>与中枢断开，还没有这一区间的统计。联网后按 F5 重新统计。</source>
        <translation>与中枢断开，还没有这一区间的统计。联网后按 F5 重新统计。</translation>
    </message>
    <message>
        <source>已停止等待</source>
        <translation>已停止等待</translation>
    </message>
    <message>
        <source>没有取到新的统计（%1）。下面仍是 %2 的结果。请按 F5 重新统计。</source>
        <translation>没有取到新的统计（%1）。下面仍是 %2 的结果。请按 F5 重新统计。</translation>
    </message>
    <message>
        <source>没有取到统计（%1）。公式不变，数值暂不能给出。请按 F5 重新统计。</source>
        <translation>没有取到统计（%1）。公式不变，数值暂不能给出。请按 F5 重新统计。</translation>
    </message>
    <message>
        <source>无法计算</source>
        <translation>无法计算</translation>
    </message>
    <message>
        <source>没有取到这一区间的统计</source>
        <translation>没有取到这一区间的统计</translation>
    </message>
    <message>
        <source>该区间无数据</source>
        <translation>该区间无数据</translation>
    </message>
    <message>
        <source>CSV 表格 (*.csv)</source>
        <translation>CSV 表格 (*.csv)</translation>
    </message>
    <message>
        <source>报表没有保存：%1 不能写入。请换一个位置再导出，统计结果仍在。</source>
        <translation>报表没有保存：%1 不能写入。请换一个位置再导出，统计结果仍在。</translation>
    </message>
    <message>
        <source>所选点背后的人</source>
        <translation>所选点背后的人</translation>
    </message>
</context>
<context>
    <name>guardline::ui::Legend</name>
    <message>
        <source>图例：%1</source>
        <translation>图例：%1</translation>
    </message>
    <message>
        <source>、</source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>guardline::ui::LoadBars</name>
    <message numerus="yes">
        <source>%1 起 %n 条</source>
        <comment>begin of ten minutes, count</comment>
        <translation>
            <numerusform>%1 起 %n 条</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 起至少 %n 条</source>
        <comment>begin of ten minutes, least count</comment>
        <translation>
            <numerusform>%1 起至少 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>，</source>
        <comment>between counts</comment>
        <translation>，</translation>
    </message>
</context>
<context>
    <name>guardline::ui::LoadStrip</name>
    <message>
        <source>我的负荷</source>
        <translation>我的负荷</translation>
    </message>
    <message>
        <source>条 / 10 分钟；点线 1 为平稳，虚线 10 以上为洪泛</source>
        <translation>条 / 10 分钟；点线 1 为平稳，虚线 10 以上为洪泛</translation>
    </message>
    <message>
        <source>每 10 分钟的告警条数</source>
        <translation>每 10 分钟的告警条数</translation>
    </message>
    <message>
        <source>即将到期的搁置</source>
        <translation>即将到期的搁置</translation>
    </message>
    <message>
        <source>到期前 10 分钟提醒</source>
        <translation>到期前 10 分钟提醒</translation>
    </message>
    <message>
        <source>没有带期限的搁置</source>
        <translation>没有带期限的搁置</translation>
    </message>
    <message>
        <source>优先级构成</source>
        <translation>优先级构成</translation>
    </message>
    <message numerus="yes">
        <source>未了结 %n 条，刻度为目标 5/15/80</source>
        <translation>
            <numerusform>未了结 %n 条，刻度为目标 5/15/80</numerusform>
        </translation>
    </message>
    <message>
        <source>一般与提示</source>
        <translation>一般与提示</translation>
    </message>
    <message>
        <source>%1，%2</source>
        <comment>count, share</comment>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>打开 %1，%2</source>
        <comment>number, title</comment>
        <translation>打开 %1，%2</translation>
    </message>
    <message>
        <source>剩 %1</source>
        <translation>剩 %1</translation>
    </message>
</context>
<context>
    <name>guardline::ui::LookControls</name>
    <message>
        <source>跟随系统</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>外观：%1</source>
        <translation>外观：%1</translation>
    </message>
</context>
<context>
    <name>guardline::ui::MainWindow</name>
    <message>
        <source>页面</source>
        <translation>页面</translation>
    </message>
    <message>
        <source>Guardline 守护台 — %1</source>
        <translation>Guardline 守护台 — %1</translation>
    </message>
    <message>
        <source>这张表</source>
        <translation>这张表</translation>
    </message>
    <message>
        <source>关闭、退一层</source>
        <translation>关闭、退一层</translation>
    </message>
    <message>
        <source>下一个、上一个控件</source>
        <translation>下一个、上一个控件</translation>
    </message>
    <message>
        <source>立即锁定</source>
        <translation>立即锁定</translation>
    </message>
    <message>
        <source>下一个、上一个区域</source>
        <translation>下一个、上一个区域</translation>
    </message>
    <message>
        <source>搜索</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>到「%1」</source>
        <translation>到「%1」</translation>
    </message>
    <message>
        <source>返回上一页</source>
        <translation>返回上一页</translation>
    </message>
    <message>
        <source>立即重试、刷新</source>
        <translation>立即重试、刷新</translation>
    </message>
    <message>
        <source>我的登录和其他会话</source>
        <translation>我的登录和其他会话</translation>
    </message>
    <message>
        <source>退出登录</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>浅色外观</source>
        <translation>浅色外观</translation>
    </message>
    <message>
        <source>深色外观</source>
        <translation>深色外观</translation>
    </message>
    <message>
        <source>外观跟随系统</source>
        <translation>外观跟随系统</translation>
    </message>
    <message>
        <source>当前页面</source>
        <translation>当前页面</translation>
    </message>
    <message>
        <source>全局</source>
        <translation>全局</translation>
    </message>
    <message>
        <source>任何页面</source>
        <translation>任何页面</translation>
    </message>
</context>
<context>
    <name>guardline::ui::MonitorPage</name>
    <message>
        <source>自下而上，上一分钟 %1 条</source>
        <translation>自下而上，上一分钟 %1 条</translation>
    </message>
    <message>
        <source>已送达 ÷ 已受理</source>
        <translation>已送达 ÷ 已受理</translation>
    </message>
    <message>
        <source>打开 ÷ 已送达</source>
        <translation>打开 ÷ 已送达</translation>
    </message>
    <message>
        <source>立即重试</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>立即重试连接</source>
        <translation>立即重试连接</translation>
    </message>
    <message>
        <source>时间范围</source>
        <translation>时间范围</translation>
    </message>
    <message>
        <source>15 分钟</source>
        <translation>15 分钟</translation>
    </message>
    <message>
        <source>1 小时</source>
        <translation>1 小时</translation>
    </message>
    <message>
        <source>今日</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>空格</source>
        <translation>空格</translation>
    </message>
    <message>
        <source>数据表</source>
        <translation>数据表</translation>
    </message>
    <message>
        <source>用数据表显示送达率</source>
        <translation>用数据表显示送达率</translation>
    </message>
    <message>
        <source>送达率</source>
        <translation>送达率</translation>
    </message>
    <message>
        <source>送达率 = 已送达 ÷ 已受理（每 1 分钟；空心点不足 30 条，不判断）</source>
        <translation>送达率 = 已送达 ÷ 已受理（每 1 分钟；空心点不足 30 条，不判断）</translation>
    </message>
    <message>
        <source>按受理的分钟计；迟到的回执改写当时那一分钟。回执大多未到的当前分钟暂不画出。</source>
        <translation>按受理的分钟计；迟到的回执改写当时那一分钟。回执大多未到的当前分钟暂不画出。</translation>
    </message>
    <message>
        <source>送达率图</source>
        <translation>送达率图</translation>
    </message>
    <message>
        <source>送达率数据表</source>
        <translation>送达率数据表</translation>
    </message>
    <message>
        <source>可信打开率</source>
        <translation>可信打开率</translation>
    </message>
    <message>
        <source>去重可信打开 ÷ 已送达</source>
        <translation>去重可信打开 ÷ 已送达</translation>
    </message>
    <message>
        <source>可信打开率图</source>
        <translation>可信打开率图</translation>
    </message>
    <message>
        <source>吞吐</source>
        <translation>吞吐</translation>
    </message>
    <message>
        <source>条/分，近 15 分钟</source>
        <translation>条/分，近 15 分钟</translation>
    </message>
    <message>
        <source>每分钟交付条数</source>
        <translation>每分钟交付条数</translation>
    </message>
    <message>
        <source>失败原因</source>
        <translation>失败原因</translation>
    </message>
    <message>
        <source>事件流</source>
        <translation>事件流</translation>
    </message>
    <message>
        <source>抽样显示，每秒至多 20 条</source>
        <translation>抽样显示，每秒至多 20 条</translation>
    </message>
    <message>
        <source>实时监控</source>
        <translation>实时监控</translation>
    </message>
    <message>
        <source>正在连接中枢</source>
        <translation>正在连接中枢</translation>
    </message>
    <message>
        <source>卡片为近 5 分钟，实时刷新</source>
        <translation>卡片为近 5 分钟，实时刷新</translation>
    </message>
    <message>
        <source>截至 %1</source>
        <translation>截至 %1</translation>
    </message>
    <message>
        <source>没有查看权限</source>
        <translation>没有查看权限</translation>
    </message>
    <message>
        <source>暂停或继续刷新</source>
        <translation>暂停或继续刷新</translation>
    </message>
    <message>
        <source>图与数据表切换</source>
        <translation>图与数据表切换</translation>
    </message>
    <message>
        <source>近 15 分钟</source>
        <translation>近 15 分钟</translation>
    </message>
    <message>
        <source>近 1 小时</source>
        <translation>近 1 小时</translation>
    </message>
    <message>
        <source>还没有渠道发送</source>
        <translation>还没有渠道发送</translation>
    </message>
    <message>
        <source>采集中断（E-4012）：%1 起没有新数据。是否仍在送达不可知，告警保留，不视为恢复。正在核对连接，也可按 F5 立即重试。</source>
        <translation>采集中断（E-4012）：%1 起没有新数据。是否仍在送达不可知，告警保留，不视为恢复。正在核对连接，也可按 F5 立即重试。</translation>
    </message>
    <message>
        <source>与中枢断开。这是 %1 的画面，不再更新。正在自动重试，也可按 F5 立即重试。</source>
        <translation>与中枢断开。这是 %1 的画面，不再更新。正在自动重试，也可按 F5 立即重试。</translation>
    </message>
    <message>
        <source>与中枢断开，还没有可显示的画面。正在自动重试，也可按 F5 立即重试。</source>
        <translation>与中枢断开，还没有可显示的画面。正在自动重试，也可按 F5 立即重试。</translation>
    </message>
    <message>
        <source>您的角色不能查看实时监控</source>
        <translation>您的角色不能查看实时监控</translation>
    </message>
    <message>
        <source>您可以查看渠道卡片</source>
        <translation>您可以查看渠道卡片</translation>
    </message>
    <message>
        <source>趋势、失败原因和事件流由主管、风控查看。如因工作需要，请联系值班主管。</source>
        <translation>趋势、失败原因和事件流由主管、风控查看。如因工作需要，请联系值班主管。</translation>
    </message>
    <message>
        <source>继续刷新</source>
        <translation>继续刷新</translation>
    </message>
    <message>
        <source>暂停刷新</source>
        <translation>暂停刷新</translation>
    </message>
    <message>
        <source>暂停刷新，数据仍在收集</source>
        <translation>暂停刷新，数据仍在收集</translation>
    </message>
    <message>
        <source>已暂停 %1，积压 %2</source>
        <translation>已暂停 %1，积压 %2</translation>
    </message>
    <message>
        <source>改为今日</source>
        <translation>改为今日</translation>
    </message>
    <message>
        <source>改为 1 小时</source>
        <translation>改为 1 小时</translation>
    </message>
    <message>
        <source>从数据表回到图，或放开选中的事件</source>
        <translation>从数据表回到图，或放开选中的事件</translation>
    </message>
    <message>
        <source>范围与刷新</source>
        <translation>范围与刷新</translation>
    </message>
</context>
<context>
    <name>guardline::ui::NotificationCentre</name>
    <message numerus="yes">
        <source>通知，%n 条未读</source>
        <translation>
            <numerusform>通知，%n 条未读</numerusform>
        </translation>
    </message>
    <message>
        <source>通知</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>通知（F8）</source>
        <translation>通知（F8）</translation>
    </message>
</context>
<context>
    <name>guardline::ui::NotificationDrawer</name>
    <message>
        <source>通知</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>通知中心</source>
        <translation>通知中心</translation>
    </message>
    <message>
        <source>通知列表</source>
        <translation>通知列表</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>没有通知</source>
        <translation>没有通知</translation>
    </message>
    <message>
        <source>新的告警会列在这里。只有紧急告警有声音，间隔至少 60 秒。</source>
        <translation>新的告警会列在这里。只有紧急告警有声音，间隔至少 60 秒。</translation>
    </message>
</context>
<context>
    <name>guardline::ui::OfflineCentre</name>
    <message>
        <source>立即重试</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>离线·租约 %1</source>
        <translation>离线·租约 %1</translation>
    </message>
    <message>
        <source>离线</source>
        <translation>离线</translation>
    </message>
    <message numerus="yes">
        <source>待同步 %n</source>
        <translation>
            <numerusform>待同步 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>冲突 %n</source>
        <translation>
            <numerusform>冲突 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>离线副本</source>
        <translation>离线副本</translation>
    </message>
    <message>
        <source>离线工作：%1 %2</source>
        <translation>离线工作：%1 %2</translation>
    </message>
    <message>
        <source>已离线</source>
        <translation>已离线</translation>
    </message>
    <message>
        <source>离线指南</source>
        <translation>离线指南</translation>
    </message>
    <message>
        <source>离线指南：租约、待同步和离线时可以做什么</source>
        <translation>离线指南：租约、待同步和离线时可以做什么</translation>
    </message>
    <message>
        <source>租约、待同步和离线时可以做什么</source>
        <translation>租约、待同步和离线时可以做什么</translation>
    </message>
    <message>
        <source>租约到期</source>
        <translation>租约到期</translation>
    </message>
</context>
<context>
    <name>guardline::ui::OfflinePanel</name>
    <message>
        <source>离线工作</source>
        <translation>离线工作</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>重建副本</source>
        <translation>重建副本</translation>
    </message>
    <message>
        <source>离线租约</source>
        <translation>离线租约</translation>
    </message>
    <message>
        <source>冲突</source>
        <translation>冲突</translation>
    </message>
    <message>
        <source>离线时可以做什么</source>
        <translation>离线时可以做什么</translation>
    </message>
    <message>
        <source>租约剩余（时:分）%1</source>
        <translation>租约剩余（时:分）%1</translation>
    </message>
    <message>
        <source>剩 8 小时、1 小时各提醒。改系统时间不会延长。</source>
        <translation>剩 8 小时、1 小时各提醒。改系统时间不会延长。</translation>
    </message>
    <message>
        <source>系统时间被调回过，租约未因此延长。</source>
        <translation>系统时间被调回过，租约未因此延长。</translation>
    </message>
    <message>
        <source>可以：%1</source>
        <translation>可以：%1</translation>
    </message>
    <message>
        <source>须联网：%1</source>
        <translation>须联网：%1</translation>
    </message>
    <message>
        <source>待同步</source>
        <translation>待同步</translation>
    </message>
    <message numerus="yes">
        <source>%n 项，按顺序提交，内容已加密</source>
        <translation>
            <numerusform>%n 项，按顺序提交，内容已加密</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>另有 %n 项属于本机的其他人，等他们登录后提交。</source>
        <translation>
            <numerusform>另有 %n 项属于本机的其他人，等他们登录后提交。</numerusform>
        </translation>
    </message>
    <message>
        <source>没有等待提交的操作。</source>
        <translation>没有等待提交的操作。</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>改</source>
        <translation>改</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>保存修改</source>
        <translation>保存修改</translation>
    </message>
    <message>
        <source>时:分</source>
        <translation>时:分</translation>
    </message>
    <message>
        <source>关闭离线工作</source>
        <translation>关闭离线工作</translation>
    </message>
    <message>
        <source>逐项选择</source>
        <translation>逐项选择</translation>
    </message>
    <message>
        <source>正在提交，不能再改</source>
        <translation>正在提交，不能再改</translation>
    </message>
    <message>
        <source>改后的说明</source>
        <translation>改后的说明</translation>
    </message>
    <message>
        <source>说明不能为空，最多 %1 字</source>
        <translation>说明不能为空，最多 %1 字</translation>
    </message>
    <message>
        <source>列出</source>
        <translation>列出</translation>
    </message>
    <message>
        <source>列出副本里的投资者</source>
        <translation>列出副本里的投资者</translation>
    </message>
    <message>
        <source>关注的在前；每一位都写入审计</source>
        <translation>关注的在前；每一位都写入审计</translation>
    </message>
    <message>
        <source>副本有 %1 位投资者，其中关注 %2 位。</source>
        <translation>副本有 %1 位投资者，其中关注 %2 位。</translation>
    </message>
</context>
<context>
    <name>guardline::ui::PasswordField</name>
    <message>
        <source>隐藏密码</source>
        <translation>隐藏密码</translation>
    </message>
    <message>
        <source>显示密码</source>
        <translation>显示密码</translation>
    </message>
</context>
<context>
    <name>guardline::ui::PeopleDrawer</name>
    <message>
        <source>所选点背后的人</source>
        <translation>所选点背后的人</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>关闭名单</source>
        <translation>关闭名单</translation>
    </message>
    <message>
        <source>名单范围</source>
        <translation>名单范围</translation>
    </message>
    <message>
        <source>名单，已脱敏</source>
        <translation>名单，已脱敏</translation>
    </message>
    <message>
        <source>打开投资者</source>
        <translation>打开投资者</translation>
    </message>
    <message>
        <source>打开所选投资者的通信历史</source>
        <translation>打开所选投资者的通信历史</translation>
    </message>
    <message>
        <source>再取 30 人</source>
        <translation>再取 30 人</translation>
    </message>
    <message>
        <source>再取 30 人，写入审计</source>
        <translation>再取 30 人，写入审计</translation>
    </message>
    <message>
        <source>重试</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>重新读取名单</source>
        <translation>重新读取名单</translation>
    </message>
    <message>
        <source>打开名单前请再次验证</source>
        <translation>打开名单前请再次验证</translation>
    </message>
    <message>
        <source>所选点背后的人和投递经过，已遮蔽</source>
        <translation>所选点背后的人和投递经过，已遮蔽</translation>
    </message>
    <message>
        <source>验证</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>需要再次验证</source>
        <translation>需要再次验证</translation>
    </message>
    <message>
        <source>名单没有取到</source>
        <translation>名单没有取到</translation>
    </message>
    <message>
        <source>这一点没有%1的人</source>
        <comment>side of a figure</comment>
        <translation>这一点没有%1的人</translation>
    </message>
    <message>
        <source>其他范围的人数写在上面，可直接切换。</source>
        <translation>其他范围的人数写在上面，可直接切换。</translation>
    </message>
    <message>
        <source>正在读取名单，写入审计后显示</source>
        <translation>正在读取名单，写入审计后显示</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>side, people</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>已显示 %1 人，按权限脱敏。打开个人历史会另写入审计。</source>
        <translation>已显示 %1 人，按权限脱敏。打开个人历史会另写入审计。</translation>
    </message>
</context>
<context>
    <name>guardline::ui::PeriodBar</name>
    <message>
        <source>统计区间</source>
        <translation>统计区间</translation>
    </message>
    <message>
        <source>至</source>
        <comment>between two days</comment>
        <translation>至</translation>
    </message>
    <message>
        <source>统计</source>
        <translation>统计</translation>
    </message>
    <message>
        <source>统计所选的日期</source>
        <translation>统计所选的日期</translation>
    </message>
    <message>
        <source>首日，例如 2026-11-16</source>
        <translation>首日，例如 2026-11-16</translation>
    </message>
    <message>
        <source>末日，例如 2026-11-22</source>
        <translation>末日，例如 2026-11-22</translation>
    </message>
    <message>
        <source>年-月-日</source>
        <translation>年-月-日</translation>
    </message>
    <message>
        <source>首日不是日期，请按 2026-11-16 填写</source>
        <translation>首日不是日期，请按 2026-11-16 填写</translation>
    </message>
    <message>
        <source>末日不是日期，请按 2026-11-22 填写</source>
        <translation>末日不是日期，请按 2026-11-22 填写</translation>
    </message>
    <message>
        <source>末日早于首日</source>
        <translation>末日早于首日</translation>
    </message>
    <message>
        <source>末日在今天之后</source>
        <translation>末日在今天之后</translation>
    </message>
    <message>
        <source>一次至多统计 92 天</source>
        <translation>一次至多统计 92 天</translation>
    </message>
    <message>
        <source>区间与日期</source>
        <translation>区间与日期</translation>
    </message>
</context>
<context>
    <name>guardline::ui::PersonCard</name>
    <message>
        <source>编号</source>
        <translation>编号</translation>
    </message>
    <message>
        <source>客户偏好</source>
        <translation>客户偏好</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>手机</source>
        <translation>手机</translation>
    </message>
    <message>
        <source>邮箱</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>（资料已删除）</source>
        <translation>（资料已删除）</translation>
    </message>
    <message>
        <source>未登记</source>
        <translation>未登记</translation>
    </message>
    <message>
        <source>显示%1 30 秒，写入审计</source>
        <translation>显示%1 30 秒，写入审计</translation>
    </message>
    <message>
        <source>隐藏%1</source>
        <translation>隐藏%1</translation>
    </message>
    <message>
        <source>复制%1，30 秒后从剪贴板清除</source>
        <translation>复制%1，30 秒后从剪贴板清除</translation>
    </message>
    <message>
        <source>%1 秒后隐藏</source>
        <translation>%1 秒后隐藏</translation>
    </message>
    <message>
        <source>只按客户侧失败判断；通道故障和未发送不计入。</source>
        <translation>只按客户侧失败判断；通道故障和未发送不计入。</translation>
    </message>
    <message>
        <source>个人资料已按要求删除</source>
        <translation>个人资料已按要求删除</translation>
    </message>
    <message>
        <source>已退订%1</source>
        <translation>已退订%1</translation>
    </message>
    <message>
        <source>接受营销</source>
        <translation>接受营销</translation>
    </message>
    <message>
        <source>不接受营销</source>
        <translation>不接受营销</translation>
    </message>
    <message>
        <source>，</source>
        <comment>between preferences</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>显示完整%1须联网</source>
        <translation>显示完整%1须联网</translation>
    </message>
    <message>
        <source>本机没有可写的副本，不能关注</source>
        <translation>本机没有可写的副本，不能关注</translation>
    </message>
    <message numerus="yes">
        <source>已关注 %n 位，请先取消一位</source>
        <translation>
            <numerusform>已关注 %n 位，请先取消一位</numerusform>
        </translation>
    </message>
    <message>
        <source>没有写入本机副本，请检查磁盘后再按</source>
        <translation>没有写入本机副本，请检查磁盘后再按</translation>
    </message>
    <message>
        <source>打开通信历史后才能关注</source>
        <translation>打开通信历史后才能关注</translation>
    </message>
    <message>
        <source>已关注</source>
        <translation>已关注</translation>
    </message>
    <message>
        <source>关注</source>
        <translation>关注</translation>
    </message>
    <message>
        <source>关注这位投资者</source>
        <translation>关注这位投资者</translation>
    </message>
    <message>
        <source>留在本机副本里，离线时也能查到。再按一次取消：7 天没有打开就清除</source>
        <translation>留在本机副本里，离线时也能查到。再按一次取消：7 天没有打开就清除</translation>
    </message>
    <message>
        <source>留在本机副本里，离线时也能查到；否则 7 天没有打开就清除。只存本机，内容以最后一次打开为准</source>
        <translation>留在本机副本里，离线时也能查到；否则 7 天没有打开就清除。只存本机，内容以最后一次打开为准</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>撤销关注 %1</source>
        <translation>撤销关注 %1</translation>
    </message>
    <message>
        <source>撤销取消关注 %1</source>
        <translation>撤销取消关注 %1</translation>
    </message>
</context>
<context>
    <name>guardline::ui::PersonPanel</name>
    <message>
        <source>我的登录</source>
        <translation>我的登录</translation>
    </message>
    <message>
        <source>已登录的设备</source>
        <translation>已登录的设备</translation>
    </message>
    <message>
        <source>重试</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>重新读取已登录的设备</source>
        <translation>重新读取已登录的设备</translation>
    </message>
    <message>
        <source>立即锁定</source>
        <translation>立即锁定</translation>
    </message>
    <message>
        <source>退出登录</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>已结束 %1 上的会话，那里的画面已关闭。</source>
        <translation>已结束 %1 上的会话，那里的画面已关闭。</translation>
    </message>
    <message>
        <source>%1 上的会话此前已经结束。</source>
        <translation>%1 上的会话此前已经结束。</translation>
    </message>
    <message>
        <source>%1&#x3000;账号 %2</source>
        <comment>role, account</comment>
        <translation>%1&#x3000;账号 %2</translation>
    </message>
    <message>
        <source>与中枢断开，看不到其他设备上的会话。联网后自动重新读取。</source>
        <translation>与中枢断开，看不到其他设备上的会话。联网后自动重新读取。</translation>
    </message>
    <message>
        <source>没有其他会话。</source>
        <translation>没有其他会话。</translation>
    </message>
    <message>
        <source>正在读取已登录的设备…</source>
        <translation>正在读取已登录的设备…</translation>
    </message>
    <message>
        <source>%1（共用）</source>
        <translation>%1（共用）</translation>
    </message>
    <message>
        <source>登录 %1，最近 %2</source>
        <comment>day and time, day and time</comment>
        <translation>登录 %1，最近 %2</translation>
    </message>
    <message>
        <source>%1，网络 %2</source>
        <comment>when, network</comment>
        <translation>%1，网络 %2</translation>
    </message>
    <message>
        <source>本会话</source>
        <translation>本会话</translation>
    </message>
    <message>
        <source>结束该会话</source>
        <translation>结束该会话</translation>
    </message>
    <message>
        <source>结束 %1 上的会话</source>
        <translation>结束 %1 上的会话</translation>
    </message>
    <message>
        <source>上一步正在提交</source>
        <translation>上一步正在提交</translation>
    </message>
</context>
<context>
    <name>guardline::ui::ProgressPanel</name>
    <message>
        <source>%1，已完成</source>
        <translation>%1，已完成</translation>
    </message>
    <message>
        <source>登记进度</source>
        <translation>登记进度</translation>
    </message>
    <message>
        <source>为什么要登记</source>
        <translation>为什么要登记</translation>
    </message>
    <message>
        <source>共约 4 分钟，可中断，24 小时内从这里继续</source>
        <translation>共约 4 分钟，可中断，24 小时内从这里继续</translation>
    </message>
    <message>
        <source>绑定身份验证器</source>
        <translation>绑定身份验证器</translation>
    </message>
    <message>
        <source>扫码或手工输入，再输入一次动态码</source>
        <translation>扫码或手工输入，再输入一次动态码</translation>
    </message>
    <message>
        <source>等待批准</source>
        <translation>等待批准</translation>
    </message>
    <message>
        <source>申请已在后台提交，口述指纹后批准</source>
        <translation>申请已在后台提交，口述指纹后批准</translation>
    </message>
    <message>
        <source>保存 10 个恢复码</source>
        <translation>保存 10 个恢复码</translation>
    </message>
    <message>
        <source>只显示一次，打印或保存后勾选「我已保存」</source>
        <translation>只显示一次，打印或保存后勾选「我已保存」</translation>
    </message>
    <message>
        <source>设备私钥在本机生成，存于系统密钥库，不能导出。</source>
        <translation>设备私钥在本机生成，存于系统密钥库，不能导出。</translation>
    </message>
    <message>
        <source>只有已批准的设备能登录。</source>
        <translation>只有已批准的设备能登录。</translation>
    </message>
    <message>
        <source>设备遗失时可远程停用，账号不受影响。</source>
        <translation>设备遗失时可远程停用，账号不受影响。</translation>
    </message>
    <message>
        <source>登记、批准、撤销都写入审计。</source>
        <translation>登记、批准、撤销都写入审计。</translation>
    </message>
    <message>
        <source>登记完成前看不到任何投资者信息。</source>
        <translation>登记完成前看不到任何投资者信息。</translation>
    </message>
    <message>
        <source>开始</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>%1 / 3</source>
        <translation>%1 / 3</translation>
    </message>
    <message>
        <source>已批准</source>
        <translation>已批准</translation>
    </message>
    <message>
        <source>未批准</source>
        <translation>未批准</translation>
    </message>
</context>
<context>
    <name>guardline::ui::Rail</name>
    <message>
        <source>%1，%2 项待处理</source>
        <translation>%1，%2 项待处理</translation>
    </message>
</context>
<context>
    <name>guardline::ui::RecoveryStep</name>
    <message>
        <source>没有打印成（%1）。请换一台打印机，或改用保存。</source>
        <translation>没有打印成（%1）。请换一台打印机，或改用保存。</translation>
    </message>
    <message>
        <source>只显示这一次。纸和文件都是明文，谁拿到都能用：请放在只有您能打开的地方，不要拍照，不要发给别人。</source>
        <translation>只显示这一次。纸和文件都是明文，谁拿到都能用：请放在只有您能打开的地方，不要拍照，不要发给别人。</translation>
    </message>
    <message>
        <source>已写入「%1」。文件没有加密，只有您的系统账号能读。</source>
        <translation>已写入「%1」。文件没有加密，只有您的系统账号能读。</translation>
    </message>
    <message>
        <source>已送往打印机。请马上取走，纸上是明文。</source>
        <translation>已送往打印机。请马上取走，纸上是明文。</translation>
    </message>
    <message>
        <source>第 3 步&#x3000;保存 10 个恢复码</source>
        <translation>第 3 步&#x3000;保存 10 个恢复码</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>保存到文件</source>
        <translation>保存到文件</translation>
    </message>
    <message>
        <source>复制，60 秒后清除</source>
        <translation>复制，60 秒后清除</translation>
    </message>
    <message>
        <source>重新取恢复码</source>
        <translation>重新取恢复码</translation>
    </message>
    <message>
        <source>我已保存</source>
        <translation>我已保存</translation>
    </message>
    <message>
        <source>我已保存恢复码</source>
        <translation>我已保存恢复码</translation>
    </message>
    <message>
        <source>Guardline 守护台恢复码，每个只能用一次</source>
        <translation>Guardline 守护台恢复码，每个只能用一次</translation>
    </message>
    <message>
        <source>账号 %1</source>
        <translation>账号 %1</translation>
    </message>
    <message>
        <source>保存恢复码</source>
        <translation>保存恢复码</translation>
    </message>
    <message>
        <source>文本文件 (*.txt)</source>
        <translation>文本文件 (*.txt)</translation>
    </message>
    <message>
        <source>文件没有写成（%1）。请换一个位置，或改用打印。</source>
        <translation>文件没有写成（%1）。请换一个位置，或改用打印。</translation>
    </message>
    <message>
        <source>恢复码 %1</source>
        <translation>恢复码 %1</translation>
    </message>
    <message>
        <source>恢复码之前已经显示过，不能再次显示。没有保存时，请在登录后请管理员重发。</source>
        <translation>恢复码之前已经显示过，不能再次显示。没有保存时，请在登录后请管理员重发。</translation>
    </message>
    <message>
        <source>手机不在身边时，用一个恢复码代替动态码登录。每个只能用一次。</source>
        <translation>手机不在身边时，用一个恢复码代替动态码登录。每个只能用一次。</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>完成</translation>
    </message>
    <message>
        <source>勾选「我已保存」后可以完成</source>
        <translation>勾选「我已保存」后可以完成</translation>
    </message>
    <message>
        <source>正在取恢复码…</source>
        <translation>正在取恢复码…</translation>
    </message>
    <message>
        <source>没有取到恢复码</source>
        <translation>没有取到恢复码</translation>
    </message>
</context>
<context>
    <name>guardline::ui::ShortcutsOverlay</name>
    <message>
        <source>快捷键</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>本页在最前</source>
        <translation>本页在最前</translation>
    </message>
    <message>
        <source>输入动作或按键</source>
        <translation>输入动作或按键</translation>
    </message>
    <message>
        <source>查找快捷键</source>
        <translation>查找快捷键</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>快捷键一览</source>
        <translation>快捷键一览</translation>
    </message>
    <message>
        <source>没有符合的快捷键</source>
        <translation>没有符合的快捷键</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>打印</translation>
    </message>
    <message>
        <source>打印快捷键</source>
        <translation>打印快捷键</translation>
    </message>
    <message>
        <source>打开单键快捷键（在输入框内不起作用）</source>
        <translation>打开单键快捷键（在输入框内不起作用）</translation>
    </message>
    <message>
        <source>关闭后焦点回到原处</source>
        <translation>关闭后焦点回到原处</translation>
    </message>
    <message>
        <source>Guardline 守护台 快捷键</source>
        <translation>Guardline 守护台 快捷键</translation>
    </message>
    <message>
        <source>已送往打印机</source>
        <translation>已送往打印机</translation>
    </message>
    <message>
        <source>没有打印成。请换一台打印机再试。</source>
        <translation>没有打印成。请换一台打印机再试。</translation>
    </message>
    <message>
        <source>%1，适合当前所选</source>
        <translation>%1，适合当前所选</translation>
    </message>
</context>
<context>
    <name>guardline::ui::SignInPage</name>
    <message>
        <source>已停止等待，没有登录。这次的动态码可能已用掉，请等下一个码再登录。</source>
        <translation>已停止等待，没有登录。这次的动态码可能已用掉，请等下一个码再登录。</translation>
    </message>
    <message>
        <source>%1后可再试</source>
        <translation>%1后可再试</translation>
    </message>
    <message>
        <source>账号（工号或域账号）</source>
        <translation>账号（工号或域账号）</translation>
    </message>
    <message>
        <source>账号</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>共用机不记住账号</source>
        <translation>共用机不记住账号</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>大写锁定已打开</source>
        <translation>大写锁定已打开</translation>
    </message>
    <message>
        <source>可粘贴</source>
        <translation>可粘贴</translation>
    </message>
    <message>
        <source>恢复码（16 个字符，每个只能用一次）</source>
        <translation>恢复码（16 个字符，每个只能用一次）</translation>
    </message>
    <message>
        <source>身份验证器 6 位动态码</source>
        <translation>身份验证器 6 位动态码</translation>
    </message>
    <message>
        <source>动态码</source>
        <translation>动态码</translation>
    </message>
    <message>
        <source>恢复码</source>
        <translation>恢复码</translation>
    </message>
    <message>
        <source>改用动态码</source>
        <translation>改用动态码</translation>
    </message>
    <message>
        <source>使用恢复码</source>
        <translation>使用恢复码</translation>
    </message>
    <message>
        <source>用登记码登记本机</source>
        <translation>用登记码登记本机</translation>
    </message>
    <message>
        <source>退出登录，换人使用</source>
        <translation>退出登录，换人使用</translation>
    </message>
    <message>
        <source>登录时限 12 小时&#x3000;&#x3000;空闲 30 分钟自动退出&#x3000;&#x3000;离开 5 分钟自动锁定</source>
        <translation>登录时限 12 小时&#x3000;&#x3000;空闲 30 分钟自动退出&#x3000;&#x3000;离开 5 分钟自动锁定</translation>
    </message>
    <message>
        <source>登录</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>可粘贴
%1 秒后换码</source>
        <translation>可粘贴
%1 秒后换码</translation>
    </message>
    <message>
        <source>已锁定</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>立即重试连接</source>
        <translation>立即重试连接</translation>
    </message>
    <message>
        <source>本机已被停用</source>
        <translation>本机已被停用</translation>
    </message>
    <message>
        <source>本机的登记还没有完成</source>
        <translation>本机的登记还没有完成</translation>
    </message>
    <message>
        <source>本机还没有登记</source>
        <translation>本机还没有登记</translation>
    </message>
    <message>
        <source>申请已提交，可以从中断的地方继续。</source>
        <translation>申请已提交，可以从中断的地方继续。</translation>
    </message>
    <message>
        <source>第一次在这台电脑上使用前，须用管理员给您的登记码登记，约 4 分钟。</source>
        <translation>第一次在这台电脑上使用前，须用管理员给您的登记码登记，约 4 分钟。</translation>
    </message>
    <message>
        <source>继续登记</source>
        <translation>继续登记</translation>
    </message>
    <message>
        <source>开始登记</source>
        <translation>开始登记</translation>
    </message>
    <message>
        <source>屏幕内容已收起，会话仍在。核对后回到原处。</source>
        <translation>屏幕内容已收起，会话仍在。核对后回到原处。</translation>
    </message>
    <message>
        <source>三项一起核对；不通过时不说明是哪一项，以免被人试探。</source>
        <translation>三项一起核对；不通过时不说明是哪一项，以免被人试探。</translation>
    </message>
    <message>
        <source>解锁</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>正在验证，比平时久…</source>
        <translation>正在验证，比平时久…</translation>
    </message>
    <message>
        <source>正在验证…</source>
        <translation>正在验证…</translation>
    </message>
    <message>
        <source>三项填全后可用</source>
        <translation>三项填全后可用</translation>
    </message>
    <message>
        <source>管理员停用了这台设备：密钥已经清除，本机副本不能再读，您的账号不受影响。要重新使用，请向管理员索取新的登记码。</source>
        <translation>管理员停用了这台设备：密钥已经清除，本机副本不能再读，您的账号不受影响。要重新使用，请向管理员索取新的登记码。</translation>
    </message>
    <message>
        <source>打开本机副本（只读）：租约已到期</source>
        <translation>打开本机副本（只读）：租约已到期</translation>
    </message>
    <message>
        <source>打开本机副本（只读）：当前在线，请直接登录</source>
        <translation>打开本机副本（只读）：当前在线，请直接登录</translation>
    </message>
    <message>
        <source>打开本机副本（只读）：须先联网登录</source>
        <translation>打开本机副本（只读）：须先联网登录</translation>
    </message>
    <message>
        <source>登录后断网时可以继续查阅；每次查阅都会在联网后写入审计。</source>
        <translation>登录后断网时可以继续查阅；每次查阅都会在联网后写入审计。</translation>
    </message>
</context>
<context>
    <name>guardline::ui::StackLegend</name>
    <message>
        <source>自下而上：%1</source>
        <translation>自下而上：%1</translation>
    </message>
    <message>
        <source>、</source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>guardline::ui::StackedBars</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 共 %2 条：%3</source>
        <translation>%1 共 %2 条：%3</translation>
    </message>
    <message>
        <source>，</source>
        <translation>，</translation>
    </message>
    <message>
        <source>没有数据</source>
        <translation>没有数据</translation>
    </message>
</context>
<context>
    <name>guardline::ui::StatusBar</name>
    <message>
        <source>快捷键</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>快捷键一览</source>
        <translation>快捷键一览</translation>
    </message>
    <message>
        <source>状态栏</source>
        <translation>状态栏</translation>
    </message>
    <message>
        <source>最近事件 %1</source>
        <translation>最近事件 %1</translation>
    </message>
    <message>
        <source>还没有收到事件</source>
        <translation>还没有收到事件</translation>
    </message>
    <message>
        <source>已锁定</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>未登录，看不到任何投资者信息</source>
        <translation>未登录，看不到任何投资者信息</translation>
    </message>
    <message>
        <source>序号 %1</source>
        <translation>序号 %1</translation>
    </message>
    <message>
        <source>设备 %1 已绑定</source>
        <translation>设备 %1 已绑定</translation>
    </message>
    <message>
        <source>设备 %1 待批准</source>
        <translation>设备 %1 待批准</translation>
    </message>
    <message>
        <source>设备 %1 已停用</source>
        <translation>设备 %1 已停用</translation>
    </message>
    <message>
        <source>设备未登记</source>
        <translation>设备未登记</translation>
    </message>
    <message>
        <source>版本 %1</source>
        <translation>版本 %1</translation>
    </message>
    <message>
        <source>连接中断 %1，已重试 %2 次</source>
        <translation>连接中断 %1，已重试 %2 次</translation>
    </message>
    <message>
        <source>连接中断 %1</source>
        <translation>连接中断 %1</translation>
    </message>
    <message numerus="yes">
        <source>本机待同步 %n</source>
        <translation>
            <numerusform>本机待同步 %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guardline::ui::StepUpDialog</name>
    <message>
        <source>查看原因（必选，投资者可申请获知）</source>
        <translation>查看原因（必选，投资者可申请获知）</translation>
    </message>
    <message>
        <source>说明（必填，至少 6 个字）</source>
        <translation>说明（必填，至少 6 个字）</translation>
    </message>
    <message>
        <source>说明（可不填，至少 6 个字）</source>
        <translation>说明（可不填，至少 6 个字）</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>如工单号、事由</source>
        <translation>如工单号、事由</translation>
    </message>
    <message>
        <source>身份验证器 6 位动态码</source>
        <translation>身份验证器 6 位动态码</translation>
    </message>
    <message>
        <source>动态码</source>
        <translation>动态码</translation>
    </message>
    <message>
        <source>可粘贴。同一动态码只能用一次，
倒计时结束后请输入新码。</source>
        <translation>可粘贴。同一动态码只能用一次，
倒计时结束后请输入新码。</translation>
    </message>
    <message>
        <source>本次查看将写入审计：谁、何时、看了谁、原因、范围。</source>
        <translation>本次查看将写入审计：谁、何时、看了谁、原因、范围。</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>验证并打开</source>
        <translation>验证并打开</translation>
    </message>
    <message>
        <source>投资者</source>
        <translation>投资者</translation>
    </message>
    <message>
        <source>打开范围</source>
        <translation>打开范围</translation>
    </message>
    <message>
        <source>有效期</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>验证后 15 分钟，仅本次登录、仅此设备 %1</source>
        <translation>验证后 15 分钟，仅本次登录、仅此设备 %1</translation>
    </message>
    <message>
        <source>还缺：查看原因（按 1–6）</source>
        <translation>还缺：查看原因（按 1–6）</translation>
    </message>
    <message>
        <source>还缺：说明，至少 6 个字</source>
        <translation>还缺：说明，至少 6 个字</translation>
    </message>
    <message>
        <source>说明至少 6 个字，或清空</source>
        <translation>说明至少 6 个字，或清空</translation>
    </message>
    <message>
        <source>还缺：6 位动态码</source>
        <translation>还缺：6 位动态码</translation>
    </message>
    <message>
        <source>现在不能再试</source>
        <translation>现在不能再试</translation>
    </message>
    <message>
        <source>还可尝试 %1 次</source>
        <translation>还可尝试 %1 次</translation>
    </message>
    <message>
        <source>正在验证…</source>
        <translation>正在验证…</translation>
    </message>
    <message>
        <source>已齐，按 Enter 验证</source>
        <translation>已齐，按 Enter 验证</translation>
    </message>
</context>
<context>
    <name>guardline::ui::StepView</name>
    <message>
        <source>已停止等待，中枢可能已经收到。登记码和动态码都只能用一次，再试被拒时请换新的。</source>
        <translation>已停止等待，中枢可能已经收到。登记码和动态码都只能用一次，再试被拒时请换新的。</translation>
    </message>
</context>
<context>
    <name>guardline::ui::TabStrip</name>
    <message numerus="yes">
        <source>%1，%n 条</source>
        <translation>
            <numerusform>%1，%n 条</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guardline::ui::TickerList</name>
    <message numerus="yes">
        <source>有 %n 条新事件</source>
        <translation>
            <numerusform>有 %n 条新事件</numerusform>
        </translation>
    </message>
    <message>
        <source>还没有事件
发送和回执会显示在这里</source>
        <translation>还没有事件
发送和回执会显示在这里</translation>
    </message>
</context>
<context>
    <name>guardline::ui::TimelineDelegate</name>
    <message>
        <source>演练</source>
        <translation>演练</translation>
    </message>
    <message>
        <source>还没有投递</source>
        <translation>还没有投递</translation>
    </message>
    <message>
        <source>%1，按规则跳过，不计为失败。</source>
        <translation>%1，按规则跳过，不计为失败。</translation>
    </message>
    <message>
        <source>待同步</source>
        <translation>待同步</translation>
    </message>
    <message>
        <source>没有写小结。</source>
        <translation>没有写小结。</translation>
    </message>
</context>
<context>
    <name>guardline::ui::Toast</name>
    <message>
        <source>打开</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>打开这条告警</source>
        <translation>打开这条告警</translation>
    </message>
    <message>
        <source>通知</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>打开通知中心</source>
        <translation>打开通知中心</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>number, object</comment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>另有 %n 条</source>
        <translation>
            <numerusform>另有 %n 条</numerusform>
        </translation>
    </message>
    <message>
        <source>%1告警：%2</source>
        <comment>severity, title</comment>
        <translation>%1告警：%2</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <comment>what is told, title</comment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>guardline::ui::TopBar</name>
    <message>
        <source>立即锁定</source>
        <translation>立即锁定</translation>
    </message>
    <message>
        <source>外观与语言</source>
        <translation>外观与语言</translation>
    </message>
    <message>
        <source>立即锁定（Ctrl+L）</source>
        <translation>立即锁定（Ctrl+L）</translation>
    </message>
    <message>
        <source>手机号、邮箱、流水号、命令</source>
        <translation>手机号、邮箱、流水号、命令</translation>
    </message>
    <message>
        <source>全局搜索</source>
        <translation>全局搜索</translation>
    </message>
    <message>
        <source>全局搜索（Ctrl+K）</source>
        <translation>全局搜索（Ctrl+K）</translation>
    </message>
    <message>
        <source>%1，%2，打开我的登录</source>
        <translation>%1，%2，打开我的登录</translation>
    </message>
    <message>
        <source>我的登录</source>
        <translation>我的登录</translation>
    </message>
</context>
<context>
    <name>guardline::ui::TotpStep</name>
    <message>
        <source>第 1 步&#x3000;绑定身份验证器</source>
        <translation>第 1 步&#x3000;绑定身份验证器</translation>
    </message>
    <message>
        <source>二维码，内容与右侧密钥相同</source>
        <translation>二维码，内容与右侧密钥相同</translation>
    </message>
    <message>
        <source>打开手机上的身份验证器，选择添加账户</source>
        <translation>打开手机上的身份验证器，选择添加账户</translation>
    </message>
    <message>
        <source>在下方输入手机上显示的 6 位动态码</source>
        <translation>在下方输入手机上显示的 6 位动态码</translation>
    </message>
    <message>
        <source>不能扫码？手工输入密钥</source>
        <translation>不能扫码？手工输入密钥</translation>
    </message>
    <message>
        <source>复制，60 秒后清除</source>
        <translation>复制，60 秒后清除</translation>
    </message>
    <message>
        <source>复制密钥，60 秒后从剪贴板清除</source>
        <translation>复制密钥，60 秒后从剪贴板清除</translation>
    </message>
    <message>
        <source>重新取密钥</source>
        <translation>重新取密钥</translation>
    </message>
    <message>
        <source>只含 A–Z 和 2–7，不分大小写</source>
        <translation>只含 A–Z 和 2–7，不分大小写</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>基于时间，30 秒，6 位</source>
        <translation>基于时间，30 秒，6 位</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>手机上显示的 6 位动态码</source>
        <translation>手机上显示的 6 位动态码</translation>
    </message>
    <message>
        <source>动态码每 30 秒更换；刚换码时请等新码再输入。</source>
        <translation>动态码每 30 秒更换；刚换码时请等新码再输入。</translation>
    </message>
    <message>
        <source>密钥只在本步显示。离开本页后旧密钥作废，回来会换一个新的。</source>
        <translation>密钥只在本步显示。离开本页后旧密钥作废，回来会换一个新的。</translation>
    </message>
    <message>
        <source>遇到问题</source>
        <translation>遇到问题</translation>
    </message>
    <message>
        <source>扫不上</source>
        <translation>扫不上</translation>
    </message>
    <message>
        <source>调高屏幕亮度，或手工输入密钥，结果相同。</source>
        <translation>调高屏幕亮度，或手工输入密钥，结果相同。</translation>
    </message>
    <message>
        <source>动态码总不对</source>
        <translation>动态码总不对</translation>
    </message>
    <message>
        <source>打开手机的自动校时，等下一个码再输入。</source>
        <translation>打开手机的自动校时，等下一个码再输入。</translation>
    </message>
    <message>
        <source>换了手机</source>
        <translation>换了手机</translation>
    </message>
    <message>
        <source>用恢复码登录，再请管理员重新发登记码。</source>
        <translation>用恢复码登录，再请管理员重新发登记码。</translation>
    </message>
    <message>
        <source>正在取密钥…</source>
        <translation>正在取密钥…</translation>
    </message>
    <message>
        <source>没有取到密钥</source>
        <translation>没有取到密钥</translation>
    </message>
    <message>
        <source>扫描左侧二维码，确认显示「%1」</source>
        <translation>扫描左侧二维码，确认显示「%1」</translation>
    </message>
    <message>
        <source>扫描左侧二维码</source>
        <translation>扫描左侧二维码</translation>
    </message>
    <message>
        <source>本机与中枢相差 %1 秒，无需校准</source>
        <translation>本机与中枢相差 %1 秒，无需校准</translation>
    </message>
    <message>
        <source>还没有与中枢核对时间</source>
        <translation>还没有与中枢核对时间</translation>
    </message>
    <message>
        <source>正在核对…</source>
        <translation>正在核对…</translation>
    </message>
    <message>
        <source>核对并进入第 2 步</source>
        <translation>核对并进入第 2 步</translation>
    </message>
    <message>
        <source>密钥到了才能核对</source>
        <translation>密钥到了才能核对</translation>
    </message>
    <message>
        <source>%1 秒后可再试</source>
        <translation>%1 秒后可再试</translation>
    </message>
    <message>
        <source>还差 %1 位动态码</source>
        <translation>还差 %1 位动态码</translation>
    </message>
</context>
<context>
    <name>guardline::ui::WaitLine</name>
    <message>
        <source>不等了</source>
        <translation>不等了</translation>
    </message>
    <message>
        <source>停止等待</source>
        <translation>停止等待</translation>
    </message>
    <message>
        <source>正在等待中枢</source>
        <translation>正在等待中枢</translation>
    </message>
    <message>
        <source>中枢还没有回答，已等 %1。</source>
        <translation>中枢还没有回答，已等 %1。</translation>
    </message>
</context>
<context>
    <name>guardline::ui::WhyPanel</name>
    <message>
        <source>关闭原因说明</source>
        <translation>关闭原因说明</translation>
    </message>
    <message>
        <source>重试</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>重新读取原因</source>
        <translation>重新读取原因</translation>
    </message>
    <message>
        <source>全部状态变更</source>
        <translation>全部状态变更</translation>
    </message>
    <message>
        <source>选中一条记录，按 W 或 Enter 查看：发生了什么、意味着什么、下一步做什么。</source>
        <translation>选中一条记录，按 W 或 Enter 查看：发生了什么、意味着什么、下一步做什么。</translation>
    </message>
    <message>
        <source>内容开头</source>
        <translation>内容开头</translation>
    </message>
    <message>
        <source>为什么</source>
        <translation>为什么</translation>
    </message>
    <message>
        <source>发生了什么</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>意味着什么</source>
        <translation>意味着什么</translation>
    </message>
    <message>
        <source>已替代送达</source>
        <translation>已替代送达</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>下一步</translation>
    </message>
    <message numerus="yes">
        <source>全部状态变更 %n 项</source>
        <translation>
            <numerusform>全部状态变更 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>得知于 %1</source>
        <translation>得知于 %1</translation>
    </message>
    <message>
        <source>通话小结</source>
        <translation>通话小结</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>全文</source>
        <translation>全文</translation>
    </message>
    <message>
        <source>没有写小结。</source>
        <translation>没有写小结。</translation>
    </message>
</context>
<context>
    <name>time</name>
    <message>
        <source>北京时间 %1</source>
        <translation>北京时间 %1</translation>
    </message>
    <message>
        <source>%1 秒</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 分 %2 秒</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 小时 %2 分</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>今天 %1</source>
        <translation>今天 %1</translation>
    </message>
    <message>
        <source>昨天 %1</source>
        <translation>昨天 %1</translation>
    </message>
    <message>
        <source>%1 月 %2 日 %3</source>
        <comment>month, day, time</comment>
        <translation>%1 月 %2 日 %3</translation>
    </message>
</context>
</TS>
