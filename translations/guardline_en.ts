<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="zh_CN">
<context>
    <name>AccessReason</name>
    <message>
        <source>来电核实</source>
        <translation>Caller check</translation>
    </message>
    <message>
        <source>投诉处理</source>
        <translation>Complaint</translation>
    </message>
    <message>
        <source>风险处置</source>
        <translation>Risk case</translation>
    </message>
    <message>
        <source>监管/司法协查</source>
        <translation>Regulator, court</translation>
    </message>
    <message>
        <source>质检复核</source>
        <translation>Quality review</translation>
    </message>
    <message>
        <source>其他，须说明</source>
        <translation>Other, say which</translation>
    </message>
</context>
<context>
    <name>AlertFinder</name>
    <message>
        <source>没有这个编号的告警</source>
        <translation>No alert with this number</translation>
    </message>
    <message>
        <source>只找未了结和已打开过的；更早的在「告警 · 历史」</source>
        <translation>Looked for among open alerts and those opened before; older ones stand under Alerts, History</translation>
    </message>
</context>
<context>
    <name>Alerts</name>
    <message>
        <source>系统</source>
        <translation>The system</translation>
    </message>
    <message>
        <source>已注销的账号</source>
        <translation>A closed account</translation>
    </message>
    <message>
        <source>触发 #%1，无数据</source>
        <translation>Raised #%1, no data</translation>
    </message>
    <message>
        <source>触发 #%1，%2，样本 %3 条</source>
        <translation>Raised #%1: %2, sample %3</translation>
    </message>
    <message>
        <source>恢复 #%1</source>
        <translation>Cleared #%1</translation>
    </message>
    <message>
        <source>恢复 #%1，%2，样本 %3 条</source>
        <translation>Cleared #%1: %2, sample %3</translation>
    </message>
    <message>
        <source>%1 确认知晓：%2</source>
        <translation>%1 acknowledged: %2</translation>
    </message>
    <message>
        <source>%1 处置完成：%2</source>
        <translation>%1 resolved: %2</translation>
    </message>
    <message>
        <source>%1 转交 %2</source>
        <translation>%1 handed over to %2</translation>
    </message>
    <message>
        <source>%1 搁置至 %2：%3</source>
        <translation>%1 shelved until %2: %3</translation>
    </message>
    <message>
        <source>%1 取消搁置</source>
        <translation>%1 ended the shelf</translation>
    </message>
    <message>
        <source>搁置到期</source>
        <translation>The shelf ran out</translation>
    </message>
    <message>
        <source>开始抑制</source>
        <translation>Suppression began</translation>
    </message>
    <message>
        <source>结束抑制</source>
        <translation>Suppression ended</translation>
    </message>
    <message>
        <source>该触发已恢复并再次触发（#%1）。请确认新的触发。</source>
        <translation>This occurrence returned to normal and was raised again (#%1). Please acknowledge the new occurrence.</translation>
    </message>
    <message>
        <source>该触发已恢复并再次触发。请按 F5 取得新的触发，再确认。</source>
        <translation>This occurrence returned to normal and was raised again. Press F5 to get the new one, then acknowledge it.</translation>
    </message>
    <message>
        <source>该告警已有人确认，无需再次确认。您的说明仍在输入框里。</source>
        <translation>Somebody has acknowledged this alert; it needs no second time. Your comment is still in the field.</translation>
    </message>
    <message>
        <source>该告警已由%1于 %2 确认，无需再次确认。您的说明仍在输入框里。</source>
        <translation>%1 acknowledged this alert at %2; it needs no second time. Your comment is still in the field.</translation>
    </message>
    <message>
        <source>还没有人确认知晓，不能记为处置完成。请先按 A 确认知晓。</source>
        <translation>Nobody has acknowledged it yet, so it cannot be resolved. Press A to acknowledge first.</translation>
    </message>
    <message>
        <source>该告警已记为处置完成，无需再次填写。您的说明仍在输入框里。</source>
        <translation>This alert is recorded as resolved already. Your text is still in the field.</translation>
    </message>
    <message>
        <source>该告警已由%1于 %2 处置完成。您的说明仍在输入框里。</source>
        <translation>%1 resolved this alert at %2. Your text is still in the field.</translation>
    </message>
    <message>
        <source>该告警已按设计抑制或停用，不需要再搁置。</source>
        <translation>This alert is suppressed by design or out of service; it needs no shelf.</translation>
    </message>
    <message>
        <source>该告警已不在搁置中，没有可取消的搁置。</source>
        <translation>This alert is not shelved any more; there is no shelf to end.</translation>
    </message>
    <message>
        <source>搁置的到期时间已过，或超出您的角色可用的时长。请改短后再提交。</source>
        <translation>The end of the shelf is past, or further away than your role may go. Choose a shorter time and submit again.</translation>
    </message>
    <message>
        <source>没有这个账号，或该账号不处理告警。请核对账号后再转交。</source>
        <translation>There is no such account, or it does not work on alerts. Check the account, then hand over again.</translation>
    </message>
    <message>
        <source>找不到这条告警，可能已转交他人。列表会随后更新。</source>
        <translation>This alert was not found; it may have been handed to somebody else. The list will follow.</translation>
    </message>
    <message>
        <source>您的角色只能查看告警。如需处理，请联系值班风控或主管。</source>
        <translation>Your role may only look at alerts. To act, contact the risk officer or supervisor on duty.</translation>
    </message>
    <message>
        <source>没有收到中枢的回答，不能确定是否已确认。说明仍在输入框里；连接恢复后再按 A，不会重复记录。</source>
        <translation>The hub did not answer, so it is not known whether this was acknowledged. Your comment is still in the field; press A again once connected: it is never recorded twice.</translation>
    </message>
    <message>
        <source>没有收到中枢的回答，不能确定是否已记录。内容仍在；连接恢复后再提交，不会重复记录。</source>
        <translation>The hub did not answer, so it is not known whether this was recorded. Your text is still here; submit again once connected: it is never recorded twice.</translation>
    </message>
    <message>
        <source>中枢正忙，没有记录。请在 %1 之后再提交，内容仍在。</source>
        <translation>The hub is busy and recorded nothing. Submit again after %1; your text is still here.</translation>
    </message>
    <message>
        <source>中枢正忙，没有记录。请在 10 秒后再提交，内容仍在。</source>
        <translation>The hub is busy and recorded nothing. Submit again in 10 seconds; your text is still here.</translation>
    </message>
    <message>
        <source>登录已结束，没有记录。重新登录后内容仍在。</source>
        <translation>The session has ended and nothing was recorded. Your text is still here after you sign in again.</translation>
    </message>
    <message>
        <source>没有记录，中枢没能完成这一步。请联系支持，并告知编号 %1。</source>
        <translation>Nothing was recorded: the hub could not do this. Contact support and name the code %1.</translation>
    </message>
    <message>
        <source>已确认知晓</source>
        <translation>acknowledged</translation>
    </message>
    <message>
        <source>已记为处置完成</source>
        <translation>recorded as resolved</translation>
    </message>
    <message>
        <source>已转交</source>
        <translation>handed over</translation>
    </message>
    <message>
        <source>已搁置</source>
        <translation>shelved</translation>
    </message>
    <message>
        <source>已取消搁置</source>
        <translation>shelf ended</translation>
    </message>
    <message>
        <source>%1送达率</source>
        <translation>%1 delivery rate</translation>
    </message>
    <message>
        <source>%1回执率</source>
        <translation>%1 receipt rate</translation>
    </message>
    <message>
        <source>%1失败率</source>
        <translation>%1 failure rate</translation>
    </message>
    <message>
        <source>%1积压</source>
        <translation>%1 backlog</translation>
    </message>
    <message>
        <source>告警监控停顿</source>
        <translation>Alert watch silent for</translation>
    </message>
    <message>
        <source>紧急</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <source>重要</source>
        <translation>High</translation>
    </message>
    <message>
        <source>一般</source>
        <translation>Medium</translation>
    </message>
    <message>
        <source>提示</source>
        <translation>Low</translation>
    </message>
    <message>
        <source>待确认</source>
        <translation>To acknowledge</translation>
    </message>
    <message>
        <source>处理中</source>
        <translation>In hand</translation>
    </message>
    <message>
        <source>已恢复未确认</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>搁置</source>
        <translation>Shelved</translation>
    </message>
    <message>
        <source>设计抑制</source>
        <translation>By design</translation>
    </message>
    <message>
        <source>停用</source>
        <translation>Off</translation>
    </message>
    <message>
        <source>历史</source>
        <translation>History</translation>
    </message>
    <message>
        <source>搁置</source>
        <comment>badge</comment>
        <translation>Shelved</translation>
    </message>
    <message>
        <source>抑制</source>
        <comment>badge</comment>
        <translation>Supp.</translation>
    </message>
    <message>
        <source>停用</source>
        <comment>badge</comment>
        <translation>Off</translation>
    </message>
    <message>
        <source>未认领</source>
        <translation>Nobody yet</translation>
    </message>
    <message>
        <source>送达率</source>
        <translation>delivery rate</translation>
    </message>
    <message>
        <source>回执率</source>
        <translation>receipt rate</translation>
    </message>
    <message>
        <source>失败率</source>
        <translation>failure rate</translation>
    </message>
    <message>
        <source>积压</source>
        <translation>backlog</translation>
    </message>
    <message>
        <source>监控停顿</source>
        <translation>watch silence</translation>
    </message>
    <message>
        <source>%1 条</source>
        <translation>%1</translation>
    </message>
    <message>
        <source>%1 秒</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1无数据</source>
        <translation>%1: no data</translation>
    </message>
    <message>
        <source>%1 %2，低于 %3</source>
        <translation>%1 %2, below %3</translation>
    </message>
    <message>
        <source>%1 %2，高于 %3</source>
        <translation>%1 %2, above %3</translation>
    </message>
    <message>
        <source>规则 %1 · 中枢自身</source>
        <translation>Rule %1 · the hub itself</translation>
    </message>
    <message>
        <source>规则 %1 · 近 %2 分钟 · 样本 %3</source>
        <translation>Rule %1 · last %2 min · sample %3</translation>
    </message>
    <message>
        <source>活动，已确认</source>
        <translation>Active, acknowledged</translation>
    </message>
    <message>
        <source>活动，未确认</source>
        <translation>Active, unack.</translation>
    </message>
    <message>
        <source>已恢复，已确认</source>
        <translation>Returned, acknowl.</translation>
    </message>
    <message>
        <source>已恢复，未确认</source>
        <translation>Returned, unack.</translation>
    </message>
    <message>
        <source>活动 %1</source>
        <translation>Active %1</translation>
    </message>
    <message>
        <source>已恢复</source>
        <translation>Returned</translation>
    </message>
    <message>
        <source>%1 恢复</source>
        <translation>Returned %1</translation>
    </message>
    <message>
        <source>已确认，已处置</source>
        <translation>Acknowledged, resolved</translation>
    </message>
    <message>
        <source>已确认</source>
        <translation>Acknowledged</translation>
    </message>
    <message>
        <source>未确认</source>
        <translation>Not acknowledged</translation>
    </message>
    <message>
        <source>未抑制，已处置</source>
        <translation>Resolved</translation>
    </message>
    <message>
        <source>未抑制</source>
        <translation>Not suppressed</translation>
    </message>
    <message>
        <source>搁置至 %1</source>
        <translation>Shelved until %1</translation>
    </message>
    <message>
        <source>按设计抑制</source>
        <translation>By design</translation>
    </message>
    <message>
        <source>被规则 %1 抑制</source>
        <translation>By rule %1</translation>
    </message>
    <message>
        <source>规则已停用</source>
        <translation>Rule switched off</translation>
    </message>
    <message>
        <source>离线确认 %1</source>
        <translation>Offline, %1</translation>
    </message>
    <message>
        <source>%1 天 %2</source>
        <translation>%1 d %2</translation>
    </message>
    <message>
        <source>%1 月 %2 日 %3</source>
        <comment>month, day, time</comment>
        <translation>%1/%2 %3</translation>
    </message>
    <message>
        <source>%1 起</source>
        <translation>since %1</translation>
    </message>
    <message>
        <source>规则超过 %1 没有评估</source>
        <translation>Rules not evaluated for more than %1</translation>
    </message>
    <message>
        <source>近 %1 分钟%2低于 %3</source>
        <translation>Last %1 min: %2 below %3</translation>
    </message>
    <message>
        <source>近 %1 分钟%2高于 %3</source>
        <translation>Last %1 min: %2 above %3</translation>
    </message>
    <message>
        <source>无数据，样本 %1 条；不视为恢复</source>
        <translation>No data, sample %1; not a return to normal</translation>
    </message>
    <message>
        <source>%1，样本 %2 条</source>
        <translation>%1, sample %2</translation>
    </message>
    <message>
        <source>搁置将于 %1 到期</source>
        <translation>Shelf ends at %1</translation>
    </message>
    <message>
        <source>处置完成</source>
        <translation>resolution</translation>
    </message>
    <message>
        <source>转交</source>
        <translation>handover</translation>
    </message>
    <message>
        <source>取消搁置</source>
        <translation>unshelving</translation>
    </message>
    <message>
        <source>确认知晓</source>
        <translation>acknowledgement</translation>
    </message>
    <message>
        <source>告警已再次触发</source>
        <translation>the alert was raised again</translation>
    </message>
    <message>
        <source>已有人先确认</source>
        <translation>somebody acknowledged it first</translation>
    </message>
    <message>
        <source>还没有人确认知晓</source>
        <translation>nobody had acknowledged it</translation>
    </message>
    <message>
        <source>已有人记为处置完成</source>
        <translation>somebody had resolved it</translation>
    </message>
    <message>
        <source>告警已抑制或停用</source>
        <translation>the alert was suppressed or out of service</translation>
    </message>
    <message>
        <source>告警已不在搁置中</source>
        <translation>the alert was not shelved any more</translation>
    </message>
    <message>
        <source>%1 离线于 %2 的%3未生效，%4</source>
        <translation>%1&apos;s %3, made offline at %2, did not count: %4</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>到时未记处置，确认自动取消</source>
        <translation>Nobody said in time what was done: not acknowledged any more</translation>
    </message>
    <message>
        <source>确认至 %1</source>
        <translation>Acknowl. until %1</translation>
    </message>
</context>
<context>
    <name>AlertsPage</name>
    <message>
        <source>这段时间没有数据</source>
        <translation>No data in this time</translation>
    </message>
    <message>
        <source>本机只有近 24 小时的逐分钟数据，缺口不按 0 画</source>
        <translation>This desk holds the last 24 hours by minute; gaps are not drawn as 0</translation>
    </message>
    <message>
        <source>正在取得逐分钟数据</source>
        <translation>Getting the minutes</translation>
    </message>
    <message>
        <source>告警线 %1</source>
        <translation>Alarm line %1</translation>
    </message>
</context>
<context>
    <name>ChartView</name>
    <message>
        <source>无数据</source>
        <translation>No data</translation>
    </message>
    <message>
        <source>%1 起</source>
        <comment>first label of an axis that starts above 0</comment>
        <translation>from %1</translation>
    </message>
</context>
<context>
    <name>EntryWords</name>
    <message>
        <source>呼入</source>
        <translation>In</translation>
    </message>
    <message>
        <source>呼出</source>
        <translation>Out</translation>
    </message>
    <message>
        <source>已接通</source>
        <translation>answered</translation>
    </message>
    <message>
        <source>未接听</source>
        <translation>no answer</translation>
    </message>
    <message>
        <source>占线</source>
        <translation>busy</translation>
    </message>
    <message>
        <source>关机或停机</source>
        <translation>switched off or out of service</translation>
    </message>
    <message>
        <source>非本人接听</source>
        <translation>somebody else answered</translation>
    </message>
    <message>
        <source>来电，%1</source>
        <comment>outcome</comment>
        <translation>Incoming call, %1</translation>
    </message>
    <message>
        <source>去电，%1</source>
        <comment>outcome</comment>
        <translation>Outgoing call, %1</translation>
    </message>
    <message numerus="yes">
        <source>来电，%1 %n 分钟</source>
        <comment>outcome</comment>
        <translation>
            <numerusform>Incoming call, %1, %n minute</numerusform>
            <numerusform>Incoming call, %1, %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>去电，%1 %n 分钟</source>
        <comment>outcome</comment>
        <translation>
            <numerusform>Outgoing call, %1, %n minute</numerusform>
            <numerusform>Outgoing call, %1, %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>GeneralKeys</name>
    <message>
        <source>列表与时间线</source>
        <translation>Lists and time line</translation>
    </message>
    <message>
        <source>所有列表</source>
        <translation>every list</translation>
    </message>
    <message>
        <source>下一行、上一行</source>
        <translation>Next or previous row</translation>
    </message>
    <message>
        <source>复制所选行（已脱敏）</source>
        <translation>Copy the chosen rows (masked)</translation>
    </message>
    <message>
        <source>图表</source>
        <translation>Charts</translation>
    </message>
    <message>
        <source>按 Tab 进入</source>
        <translation>Tab enters</translation>
    </message>
    <message>
        <source>移动到点</source>
        <translation>Move to a point</translation>
    </message>
    <message>
        <source>最早、最近的点</source>
        <translation>First or last point</translation>
    </message>
    <message>
        <source>换一条线</source>
        <translation>Another line</translation>
    </message>
    <message>
        <source>放大、缩小、还原</source>
        <translation>Zoom in, out, reset</translation>
    </message>
    <message>
        <source>数据表</source>
        <translation>Data table</translation>
    </message>
    <message>
        <source>对话框</source>
        <translation>Dialogs</translation>
    </message>
    <message>
        <source>默认动作，从不是删除</source>
        <translation>Default action, never a deletion</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>选第 N 项</source>
        <translation>Choose item N</translation>
    </message>
</context>
<context>
    <name>GlobalSearch</name>
    <message>
        <source>投资者</source>
        <translation>Investor</translation>
    </message>
    <message>
        <source>完整手机号、邮箱、流水号，或姓名 + 手机尾号</source>
        <translation>whole phone number, e-mail or reference; or name and last digits</translation>
    </message>
    <message>
        <source>告警</source>
        <translation>Alert</translation>
    </message>
    <message>
        <source>A- 加编号，例如 A-3F02C1</source>
        <translation>A- and its number, such as A-3F02C1</translation>
    </message>
    <message>
        <source>命令</source>
        <translation>Command</translation>
    </message>
    <message>
        <source>&gt; 加动作，例如 &gt;锁定</source>
        <translation>&gt; and an action, such as &gt;lock</translation>
    </message>
    <message>
        <source>快捷键</source>
        <translation>Keys</translation>
    </message>
    <message>
        <source>? 加动作或按键</source>
        <translation>? and an action or a key</translation>
    </message>
    <message>
        <source>没有这个命令</source>
        <translation>No such command</translation>
    </message>
    <message>
        <source>删去几个字再看</source>
        <translation>Delete some letters and look again</translation>
    </message>
    <message>
        <source>打开快捷键一览</source>
        <translation>Open the list of keys</translation>
    </message>
</context>
<context>
    <name>InvestorFinder</name>
    <message>
        <source>检索投资者 %1</source>
        <translation>Search for investor %1</translation>
    </message>
    <message>
        <source>须二次验证，写入审计</source>
        <translation>asks for a second factor; is journaled</translation>
    </message>
    <message>
        <source>不能这样检索投资者</source>
        <translation>This finds no investor</translation>
    </message>
</context>
<context>
    <name>KpiCsv</name>
    <message>
        <source>全部渠道</source>
        <translation>All channels</translation>
    </message>
    <message>
        <source>渠道</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Figure</translation>
    </message>
    <message>
        <source>值</source>
        <translation>Value</translation>
    </message>
    <message>
        <source>分子</source>
        <translation>Numerator</translation>
    </message>
    <message>
        <source>分母</source>
        <translation>Denominator</translation>
    </message>
    <message>
        <source>P50（毫秒）</source>
        <translation>P50 (ms)</translation>
    </message>
    <message>
        <source>P95（毫秒）</source>
        <translation>P95 (ms)</translation>
    </message>
    <message>
        <source>P99（毫秒）</source>
        <translation>P99 (ms)</translation>
    </message>
    <message>
        <source>上一周期</source>
        <translation>Period before</translation>
    </message>
    <message>
        <source>公式</source>
        <translation>Formula</translation>
    </message>
    <message>
        <source>公式编号</source>
        <translation>Formula id</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Remarks</translation>
    </message>
    <message>
        <source>时间（北京时间）</source>
        <translation>Time (Beijing)</translation>
    </message>
    <message>
        <source>应达人数</source>
        <translation>People due</translation>
    </message>
    <message>
        <source>送达人数</source>
        <translation>People reached</translation>
    </message>
    <message>
        <source>已受理条数</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>已送达条数</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>可知送达人数</source>
        <translation>Reached where opens are reported</translation>
    </message>
    <message>
        <source>可信打开人数</source>
        <translation>Trusted opens, people</translation>
    </message>
    <message>
        <source>确认人数</source>
        <translation>People who confirmed</translation>
    </message>
    <message>
        <source>首次触达 P95（毫秒）</source>
        <translation>First reach P95 (ms)</translation>
    </message>
    <message>
        <source>区间</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>统计截至</source>
        <translation>Counted at</translation>
    </message>
</context>
<context>
    <name>KpiPage</name>
    <message>
        <source>该区间无数据</source>
        <translation>No data in this period</translation>
    </message>
    <message>
        <source>最早的记录在 %1</source>
        <translation>The earliest record is from %1</translation>
    </message>
    <message>
        <source>还没有任何发送。有了发送，这里就有数据。</source>
        <translation>Nothing has been sent yet. Figures appear once something is.</translation>
    </message>
    <message>
        <source>无法计算</source>
        <translation>Can&apos;t tell</translation>
    </message>
    <message>
        <source>较上一周期 %1</source>
        <translation>%1 against the period before</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
</context>
<context>
    <name>KpiPeople</name>
    <message>
        <source>已确认</source>
        <translation>confirmed</translation>
    </message>
    <message>
        <source>已打开</source>
        <translation>opened</translation>
    </message>
    <message>
        <source>始终未送达</source>
        <translation>Nothing</translation>
    </message>
    <message>
        <source>另有送达</source>
        <translation>Something</translation>
    </message>
    <message>
        <source>全部送达</source>
        <translation>Everything</translation>
    </message>
    <message>
        <source>始终未打开</source>
        <translation>Never</translation>
    </message>
    <message>
        <source>他渠道已打开</source>
        <translation>Elsewhere</translation>
    </message>
    <message>
        <source>已打开</source>
        <comment>side</comment>
        <translation>Opened</translation>
    </message>
    <message>
        <source>始终未确认</source>
        <translation>Never</translation>
    </message>
    <message>
        <source>他渠道已确认</source>
        <translation>Elsewhere</translation>
    </message>
    <message>
        <source>已确认</source>
        <comment>side</comment>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>始终未触达</source>
        <translation>Never</translation>
    </message>
    <message>
        <source>他渠道已达</source>
        <translation>Elsewhere</translation>
    </message>
    <message>
        <source>已触达</source>
        <translation>Reached</translation>
    </message>
    <message>
        <source>%1，%2</source>
        <comment>time, channel</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>全部渠道</source>
        <translation>all channels</translation>
    </message>
    <message>
        <source>%1 人有未送达的（已送达 %2 ÷ 已受理 %3 条）</source>
        <translation>%1 people miss something (delivered %2 ÷ accepted %3)</translation>
    </message>
    <message>
        <source>未打开 %1 人（已打开 %2 ÷ 可知送达 %3）</source>
        <translation>%1 people did not open (opened %2 ÷ delivered where it can be known %3)</translation>
    </message>
    <message>
        <source>未确认 %1 人（已确认 %2 ÷ 送达 %3）</source>
        <translation>%1 people did not confirm (confirmed %2 ÷ delivered %3)</translation>
    </message>
    <message>
        <source>未触达 %1 人（已触达 %2 ÷ 应达 %3）</source>
        <translation>%1 people not reached (reached %2 ÷ due %3)</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>channel, outcome</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>没有投递记录</source>
        <translation>nothing on record</translation>
    </message>
    <message>
        <source>，</source>
        <comment>between outcomes</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>可触达</source>
        <translation>Reachable</translation>
    </message>
    <message>
        <source>弱</source>
        <translation>Weak</translation>
    </message>
    <message>
        <source>失联</source>
        <translation>Lost</translation>
    </message>
    <message>
        <source>（资料已删除）</source>
        <translation>(erased)</translation>
    </message>
</context>
<context>
    <name>KpiWords</name>
    <message>
        <source>条</source>
        <translation>deliveries</translation>
    </message>
    <message>
        <source>人</source>
        <translation>people</translation>
    </message>
    <message>
        <source>按规则不发 %1</source>
        <translation>not sent by rule %1</translation>
    </message>
    <message>
        <source>未改变结论的迟到回执 %1</source>
        <translation>late receipts that changed nothing %1</translation>
    </message>
    <message>
        <source>机器打开 %1 条</source>
        <translation>machine opens %1</translation>
    </message>
    <message>
        <source>渠道不可知 %1 人</source>
        <translation>people on channels that can&apos;t report %1</translation>
    </message>
    <message>
        <source>打开但无送达证明 %1 人</source>
        <translation>people who opened without proof of delivery %1</translation>
    </message>
    <message>
        <source>尚未触达 %1</source>
        <translation>not reached yet %1</translation>
    </message>
    <message>
        <source>触达率（按人）</source>
        <translation>People reached</translation>
    </message>
    <message>
        <source>送达率（按条）</source>
        <translation>Delivery rate</translation>
    </message>
    <message>
        <source>可信打开率</source>
        <translation>Trusted open rate</translation>
    </message>
    <message>
        <source>确认率</source>
        <translation>Confirm rate</translation>
    </message>
    <message>
        <source>首次触达用时 P95</source>
        <translation>First reach P95</translation>
    </message>
    <message>
        <source>首响用时</source>
        <translation>First response</translation>
    </message>
    <message>
        <source>至少一个渠道送达的人数 ÷ 应达人数</source>
        <translation>People with at least one delivery ÷ people due one</translation>
    </message>
    <message>
        <source>已送达条数 ÷ 通道已受理条数</source>
        <translation>Delivered ÷ accepted by a carrier</translation>
    </message>
    <message>
        <source>去重可信打开人数 ÷ 可知渠道的送达人数</source>
        <translation>Unique people with a trusted open ÷ people reached where opens are reported</translation>
    </message>
    <message>
        <source>已阅读确认人数 ÷ 送达人数</source>
        <translation>People who confirmed reading ÷ people reached</translation>
    </message>
    <message>
        <source>从计划到任一渠道首次送达</source>
        <translation>From plan to the first delivery on any channel</translation>
    </message>
    <message>
        <source>从客户提问到首次人工回应</source>
        <translation>From a client&apos;s question to the first answer by a person</translation>
    </message>
    <message>
        <source>送达人数 ÷ 应达人数</source>
        <translation>Reached ÷ due</translation>
    </message>
    <message>
        <source>已送达 ÷ 已受理</source>
        <translation>Delivered ÷ accepted</translation>
    </message>
    <message>
        <source>打开 ÷ 已送达</source>
        <translation>Opened ÷ reached</translation>
    </message>
    <message>
        <source>确认 ÷ 已送达</source>
        <translation>Confirmed ÷ reached</translation>
    </message>
    <message>
        <source>计划至首次送达</source>
        <translation>Plan to first delivery</translation>
    </message>
    <message>
        <source>提问至首次回应</source>
        <translation>Question to first answer</translation>
    </message>
    <message>
        <source>按计划的小时计，同一人只计一次。按规则不发的不算应达；没有联系方式的算应达。</source>
        <translation>Counted by the hour of the plan, each person once. Who is left out by rule is not due; who has no address is.</translation>
    </message>
    <message>
        <source>按受理的小时计；晚到的回执改写受理的那一小时。演练不计入。</source>
        <translation>Counted by the hour of acceptance; a receipt that comes later changes that hour. Drills are left out.</translation>
    </message>
    <message>
        <source>打开、点击、回复或确认算一次，机器打开不计入。短信和电话无法得知打开，不计入分母。</source>
        <translation>An open, click, reply or confirmation counts once, machine opens never. SMS and calls can&apos;t report opens and are not in the denominator.</translation>
    </message>
    <message>
        <source>任一渠道的阅读确认都算，同一人只计一次。</source>
        <translation>A confirmation on any channel counts, each person once.</translation>
    </message>
    <message>
        <source>分位数按 5% 的档计，至多偏高 5%。尚未触达的不在分位数内。</source>
        <translation>Percentiles come from steps of 5%, so they are at most 5% high. What has not arrived yet is in none.</translation>
    </message>
    <message>
        <source>客户来电与提问尚未接入记录。</source>
        <translation>Clients&apos; calls and questions are not recorded yet.</translation>
    </message>
    <message>
        <source>分母为 0，没有可计的</source>
        <translation>The denominator is 0: nothing to count</translation>
    </message>
    <message>
        <source>送达的渠道都无法得知打开</source>
        <translation>No channel that reached people reports opens</translation>
    </message>
    <message>
        <source>来电与提问尚未接入记录</source>
        <translation>Calls and questions are not recorded yet</translation>
    </message>
    <message>
        <source>无法计算</source>
        <translation>Can&apos;t tell</translation>
    </message>
    <message>
        <source>中位 %1，P99 %2</source>
        <translation>Median %1, P99 %2</translation>
    </message>
    <message>
        <source>%1 ÷ %2 %3</source>
        <comment>numerator, denominator, unit</comment>
        <translation>%1 ÷ %2 %3</translation>
    </message>
    <message>
        <source>上一周期无数据</source>
        <translation>No data before</translation>
    </message>
    <message>
        <source>持平</source>
        <translation>Unchanged</translation>
    </message>
    <message>
        <source>%1 %2 点</source>
        <comment>arrow, percentage points</comment>
        <translation>%1 %2 pts</translation>
    </message>
    <message>
        <source>未计入：%1</source>
        <translation>Left out: %1</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>应达人数</source>
        <translation>People due</translation>
    </message>
    <message>
        <source>已受理条数</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>可知送达人数</source>
        <translation>Known reach</translation>
    </message>
    <message>
        <source>送达人数</source>
        <translation>Reached</translation>
    </message>
    <message>
        <source>今日</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>昨日</source>
        <translation>Yesterday</translation>
    </message>
    <message>
        <source>7 天</source>
        <translation>7 days</translation>
    </message>
    <message>
        <source>30 天</source>
        <translation>30 days</translation>
    </message>
    <message>
        <source>自选</source>
        <translation>Dates</translation>
    </message>
    <message>
        <source>%1 至 %2</source>
        <comment>first and last day</comment>
        <translation>%1 to %2</translation>
    </message>
    <message>
        <source>周一</source>
        <translation>Mon</translation>
    </message>
    <message>
        <source>周二</source>
        <translation>Tue</translation>
    </message>
    <message>
        <source>周三</source>
        <translation>Wed</translation>
    </message>
    <message>
        <source>周四</source>
        <translation>Thu</translation>
    </message>
    <message>
        <source>周五</source>
        <translation>Fri</translation>
    </message>
    <message>
        <source>周六</source>
        <translation>Sat</translation>
    </message>
    <message>
        <source>周日</source>
        <translation>Sun</translation>
    </message>
</context>
<context>
    <name>LookWords</name>
    <message>
        <source>没有再次验证，所以没有打开。已有的内容不受影响。按 F5 可重新验证。</source>
        <translation>Not verified again, so nothing was opened. What is shown stays. Press F5 to verify.</translation>
    </message>
    <message>
        <source>您的角色不能查看这项内容。本次请求已记录。如因工作需要，请联系值班主管。</source>
        <translation>Your role may not see this. The request was recorded. If your work needs it, ask the supervisor on duty.</translation>
    </message>
    <message>
        <source>中枢没有这项内容，可能已按要求删除。没有显示任何资料。请核对编号后再查。</source>
        <translation>The hub has no such item; it may have been erased on request. Nothing was shown. Check the number and search again.</translation>
    </message>
    <message>
        <source>中枢没有接受这些检索词。没有查看任何人。请输入完整的手机号、邮箱或流水号。</source>
        <translation>The hub refused these terms. Nobody was looked at. Enter a whole phone number, e-mail or reference.</translation>
    </message>
    <message>
        <source>列表的位置已失效。已取到的记录仍在。按 F5 从头读取。</source>
        <translation>The place in the list is no longer valid. Records already read stay. Press F5 to read from the start.</translation>
    </message>
    <message>
        <source>审计暂时写不进去，所以中枢不显示内容。资料没有丢失。请按 F5 重试。</source>
        <translation>The audit record cannot be written, so the hub shows nothing. No data is lost. Press F5 to try again.</translation>
    </message>
    <message>
        <source>登录已结束，没有打开。请重新登录。</source>
        <translation>The session has ended; nothing was opened. Sign in again.</translation>
    </message>
    <message>
        <source>连不上中枢，没有取到记录；空白不代表没有发过。恢复后按 F5 重试。</source>
        <translation>The hub cannot be reached and no records were read; empty does not mean nothing was sent. Press F5 once it is back.</translation>
    </message>
    <message>
        <source>中枢正忙，这次没有处理。%1后可按 F5 再试。</source>
        <translation>The hub is busy and did not handle this. Press F5 again in %1.</translation>
    </message>
    <message>
        <source>中枢刚才正忙，这次没有处理。现在可按 F5 再试。</source>
        <translation>The hub was busy and did not handle this. Press F5 to try again now.</translation>
    </message>
    <message>
        <source>中枢的回答与本版本不符，没有显示。请联系管理员升级本程序。</source>
        <translation>The hub&apos;s answer does not fit this version and is not shown. Ask an administrator for an update.</translation>
    </message>
    <message>
        <source>程序内部出错，这次没有完成。没有内容丢失。请按 F5 再试，仍不行时把错误码告诉管理员。</source>
        <translation>An internal error stopped this. Nothing is lost. Press F5; if it persists, tell an administrator the code.</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <comment>words, code</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>请先输入检索词。</source>
        <translation>Enter a search term first.</translation>
    </message>
    <message>
        <source>只有姓名不能检索。请在姓名后加空格，再输入手机尾号 4 位，或完整手机号、邮箱、流水号。</source>
        <translation>A name alone finds nobody. Add a blank and the last 4 digits of the phone number, or a whole phone number, e-mail or reference.</translation>
    </message>
    <message>
        <source>号码不完整，没有检索。请输入完整的 11 位手机号，或带 + 的国际号码。</source>
        <translation>The number is incomplete; nothing was searched. Enter all 11 digits, or an international number with +.</translation>
    </message>
    <message>
        <source>检索词过多，没有检索。请只保留一项，或姓名加一项。</source>
        <translation>Too many terms; nothing was searched. Keep one, or a name and one.</translation>
    </message>
    <message>
        <source>可触达</source>
        <translation>Reachable</translation>
    </message>
    <message>
        <source>弱</source>
        <translation>Weak</translation>
    </message>
    <message>
        <source>失联</source>
        <translation>Lost</translation>
    </message>
    <message>
        <source>未登记</source>
        <translation>None on file</translation>
    </message>
    <message>
        <source>已退订</source>
        <translation>Opted out</translation>
    </message>
    <message>
        <source>失效</source>
        <translation>Dead</translation>
    </message>
    <message>
        <source>偏弱</source>
        <translation>Weak</translation>
    </message>
    <message>
        <source>未用过</source>
        <translation>Not used yet</translation>
    </message>
    <message>
        <source>可用</source>
        <translation>Usable</translation>
    </message>
    <message>
        <source>贵宾客户</source>
        <translation>VIP client</translation>
    </message>
    <message>
        <source>重要客户</source>
        <translation>Important client</translation>
    </message>
    <message>
        <source>普通客户</source>
        <translation>Standard client</translation>
    </message>
    <message>
        <source>这位投资者的资料已按要求删除。没有显示任何资料。请返回检索。</source>
        <translation>This investor&apos;s data were deleted on request. Nothing is shown. Please go back to the search.</translation>
    </message>
    <message>
        <source>没有再次验证，所以没有保存。写的内容仍在，再按「保存」可重新验证。</source>
        <translation>You were not verified again, so nothing was saved. What you wrote is still there; press Save to verify.</translation>
    </message>
    <message>
        <source>您的角色不能写入通信历史。写的内容仍在，请交给值班坐席或主管记录。</source>
        <translation>Your role can&apos;t write into the history. What you wrote is still there; please give it to the agent or supervisor on duty.</translation>
    </message>
    <message>
        <source>中枢没有这位投资者，所以没有保存。写的内容仍在，请核对后再试。</source>
        <translation>The hub has no such investor, so nothing was saved. What you wrote is still there; please check and try again.</translation>
    </message>
    <message>
        <source>这位投资者的资料已按要求删除，不能再写入。请勿另行保存其个人信息。</source>
        <translation>This investor&apos;s data were deleted on request; nothing can be written any more. Please keep no personal data elsewhere.</translation>
    </message>
    <message>
        <source>中枢这次没有写进记录。写的内容仍在，请再按「保存」。</source>
        <translation>The hub could not write it into the record this time. What you wrote is still there; please press Save again.</translation>
    </message>
    <message>
        <source>登录已结束，没有保存。写的内容仍在，重新登录后可继续。</source>
        <translation>Your session is over; nothing was saved. What you wrote is still there; go on after signing in again.</translation>
    </message>
    <message>
        <source>连不上中枢，本机也没能存下，所以没有保存。写的内容仍在，请再按「保存」。</source>
        <translation>The hub can&apos;t be reached and this computer could not keep it either, so nothing was saved. What you wrote is still there; please press Save again.</translation>
    </message>
</context>
<context>
    <name>MonitorPage</name>
    <message>
        <source>提示线 97%</source>
        <translation>Advisory line 97%</translation>
    </message>
    <message>
        <source>告警线 95%（持续 60 秒）</source>
        <translation>Alarm line 95% (for 60 seconds)</translation>
    </message>
    <message>
        <source>%1无数据
%2 分钟</source>
        <translation>%1: no data
%2 min</translation>
    </message>
    <message>
        <source>无数据
%1 分钟</source>
        <translation>No data
%1 min</translation>
    </message>
    <message>
        <source>所选范围没有发送</source>
        <translation>Nothing was sent in this range</translation>
    </message>
    <message>
        <source>%1 至 %2，采集正常</source>
        <translation>%1 to %2, collection is fine</translation>
    </message>
    <message>
        <source>正在连接中枢</source>
        <translation>Connecting to the hub</translation>
    </message>
    <message>
        <source>未到的渠道显示「—」，不显示 0</source>
        <translation>Channels not here yet show &quot;—&quot;, not 0</translation>
    </message>
    <message>
        <source>打开暂无数据</source>
        <translation>No open data yet</translation>
    </message>
    <message>
        <source>所选范围没有收到打开的回执，未按 0 计入。短信无法得知打开，永不计入分母。</source>
        <translation>No open receipts came in this range; that is not counted as 0. SMS opens cannot be known and never count.</translation>
    </message>
</context>
<context>
    <name>Offline</name>
    <message>
        <source>本机还没有副本。联网查看过的投资者会保存在这里，断网时可以继续查阅。</source>
        <translation>There is no local copy yet. Investors looked at while online are kept here and can be read when the hub is away.</translation>
    </message>
    <message>
        <source>本机副本打不开：密码、本机密钥或中枢密钥与建立副本时不同，可能是密码已更改。中枢数据不受影响。请按「重建副本」；待同步 %1 项已另行保存。</source>
        <translation>The local copy does not open: the password, this computer&apos;s key or the hub&apos;s key is not the one it was made with; perhaps the password was changed. The hub&apos;s data are untouched. Press &quot;Rebuild copy&quot;; the %1 waiting items are kept apart from it.</translation>
    </message>
    <message>
        <source>本机副本的文件没有加密，不是本程序写的，未读取其中内容。请通知安全值班，再按「重建副本」；待同步 %1 项已另行保存。</source>
        <translation>The file of the local copy is not encrypted: this program did not write it, and nothing in it was read. Tell the security desk, then press &quot;Rebuild copy&quot;; the %1 waiting items are kept apart from it.</translation>
    </message>
    <message>
        <source>本机副本由较旧的版本写成，本版本不再读取。中枢数据不受影响。请按「重建副本」；待同步 %1 项已另行保存。</source>
        <translation>The local copy was written by an older version that this one no longer reads. The hub&apos;s data are untouched. Press &quot;Rebuild copy&quot;; the %1 waiting items are kept apart from it.</translation>
    </message>
    <message>
        <source>本机副本由较新的版本写成，本版本不能读取。请先升级本程序；副本未被改动，待同步 %1 项已另行保存。</source>
        <translation>The local copy was written by a newer version that this one can&apos;t read. Upgrade this program first; the copy was not changed, and the %1 waiting items are kept apart from it.</translation>
    </message>
    <message>
        <source>本机副本校验失败，可能在异常关机时损坏。中枢数据不受影响。请按「重建副本」；待同步 %1 项已另行保存。</source>
        <translation>The local copy fails its check; it may have been damaged when the computer went down. The hub&apos;s data are untouched. Press &quot;Rebuild copy&quot;; the %1 waiting items are kept apart from it.</translation>
    </message>
    <message>
        <source>租约已到期，本机副本已清除。联网登录后可继续，待同步 %1 项仍在。</source>
        <translation>The lease is over and the local copy has been destroyed. Sign in online to go on; the %1 waiting items are still there.</translation>
    </message>
    <message>
        <source>离线时不能打开本机副本，因为钥匙的一部分由中枢在两项验证之后发放，不在本机。请在连上中枢后登录；待同步 %1 项仍在。</source>
        <translation>The local copy can&apos;t be opened while offline: a part of its key is given out by the hub after both factors and is not on this computer. Sign in once the hub is back; the %1 waiting items are still there.</translation>
    </message>
    <message>
        <source>本机副本暂时打不开，可能磁盘已满或被其他程序占用。请腾出空间或关闭其他程序后按「重建副本」；待同步 %1 项已另行保存。</source>
        <translation>The local copy can&apos;t be opened for now; the disk may be full or another program in the way. Make room or close the other program, then press &quot;Rebuild copy&quot;; the %1 waiting items are kept apart from it.</translation>
    </message>
    <message>
        <source>%1 起与中枢断开，本机没有可读的副本。告警的处理会排队，以联网后为准。</source>
        <translation>No hub since %1, and no readable copy on this computer. What you do about alerts waits in a queue; the hub decides once it is back.</translation>
    </message>
    <message>
        <source>%1 起与中枢断开。可继续查阅本机加密副本；告警的处理会排队，以联网后为准。租约到 %2 到期，届时本机副本自动清除。</source>
        <translation>No hub since %1. The encrypted local copy can be read; what you do about alerts waits in a queue, and the hub decides once it is back. The lease ends at %2; the local copy is destroyed then.</translation>
    </message>
    <message>
        <source>租约不到 1 小时。到期后本机副本会清除，请尽快联网。</source>
        <translation>Less than 1 hour of the lease is left. The local copy is destroyed at its end: connect soon.</translation>
    </message>
    <message>
        <source>租约不到 8 小时。到期后本机副本会清除，请安排联网。</source>
        <translation>Less than 8 hours of the lease are left. The local copy is destroyed at its end: plan to connect.</translation>
    </message>
    <message>
        <source>告警 %1</source>
        <translation>Alert: %1</translation>
    </message>
    <message>
        <source>%1&#x3000;正在提交</source>
        <translation>%1  being sent</translation>
    </message>
    <message>
        <source>%1&#x3000;内容已加密，只有中枢能读</source>
        <translation>%1  sealed; only the hub can read it</translation>
    </message>
    <message>
        <source>%1&#x3000;若已被他人处理将提示冲突</source>
        <translation>%1  if somebody was first, you will be shown both</translation>
    </message>
    <message>
        <source>待同步已满，这一项没有保存。请先联网提交。</source>
        <translation>The queue is full and this was not kept. Connect and send what waits first.</translation>
    </message>
    <message>
        <source>登录后还没有取得中枢的公钥，这一项没有保存。请联网后再试。</source>
        <translation>The hub&apos;s public key was not had since sign-in, so this was not kept. Try again once connected.</translation>
    </message>
    <message>
        <source>这一项正在提交，不能再改。</source>
        <translation>This is being sent and can&apos;t be changed any more.</translation>
    </message>
    <message>
        <source>这一项已不在待同步中。</source>
        <translation>This no longer waits.</translation>
    </message>
    <message>
        <source>磁盘写入失败，这一项没有改动。请检查磁盘空间。</source>
        <translation>The disk could not be written, so nothing changed. Check the space left on it.</translation>
    </message>
    <message>
        <source>确认知晓、处置、转交、搁置告警（排队，注明离线时间）</source>
        <translation>acknowledge, resolve, hand over and shelve alerts (queued, with the time it was done)</translation>
    </message>
    <message>
        <source>发送、查询新投资者、显示完整号码</source>
        <translation>send, look for new investors, show full numbers</translation>
    </message>
    <message>
        <source>审批、导出、取消搁置</source>
        <translation>approve, export, end a shelf</translation>
    </message>
    <message>
        <source>%1&#x3000;%2</source>
        <translation>%1  %2</translation>
    </message>
    <message>
        <source>转交给 %1</source>
        <translation>Handed to %1</translation>
    </message>
    <message>
        <source>中枢没有给出这条告警的现状。</source>
        <translation>The hub did not say how this alert stands.</translation>
    </message>
    <message>
        <source>告警 %1 %2</source>
        <translation>Alert %1: %2</translation>
    </message>
    <message>
        <source>电话记录</source>
        <translation>Call log</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1&#x3000;中枢要求再次验证；在顶栏验证后自动提交</source>
        <translation>%1&#x3000;The hub asks you to verify again; it is sent once you have, from the top bar</translation>
    </message>
    <message>
        <source>%1&#x3000;%2，联网后写入</source>
        <translation>%1&#x3000;%2; written when the hub is back</translation>
    </message>
    <message>
        <source>%1&#x3000;联网后写入</source>
        <translation>%1&#x3000;Written when the hub is back</translation>
    </message>
    <message>
        <source>中枢没有这位投资者，所以没有写入。您写的内容见左侧，请核对后另行记录。</source>
        <translation>The hub has no such investor, so nothing was written. Your words are on the left; please check and record them elsewhere.</translation>
    </message>
    <message>
        <source>这位投资者的资料已按要求删除，所以没有写入。请勿另行保存其个人信息。</source>
        <translation>This investor&apos;s data were deleted on request, so nothing was written. Please keep no personal data elsewhere.</translation>
    </message>
    <message>
        <source>您现在的角色不能写入，所以没有保存。请把左侧内容交给有权限的同事。</source>
        <translation>Your present role can&apos;t write, so nothing was saved. Please give the words on the left to a colleague who can.</translation>
    </message>
    <message>
        <source>中枢没有收下这一项，所以没有写入。请把左侧内容重新记录一次。</source>
        <translation>The hub did not take this one, so nothing was written. Please record the words on the left again.</translation>
    </message>
    <message>
        <source>没有写入。</source>
        <translation>Nothing was written.</translation>
    </message>
    <message>
        <source>%1已于 %2 先确认，无需再次确认。您的说明已留在告警记录里，不再生效。</source>
        <translation>%1 acknowledged it first, at %2; it need not be done again. Your comment is kept in the log of the alert and changes nothing.</translation>
    </message>
    <message>
        <source>已有人先确认，无需再次确认。您的说明已留在告警记录里，不再生效。</source>
        <translation>Somebody acknowledged it first; it need not be done again. Your comment is kept in the log of the alert and changes nothing.</translation>
    </message>
    <message>
        <source>%1已于 %2 记为处置完成。您的说明已留在告警记录里，不再生效。</source>
        <translation>%1 resolved it at %2. Your comment is kept in the log of the alert and changes nothing.</translation>
    </message>
    <message>
        <source>已有人记为处置完成。您的说明已留在告警记录里，不再生效。</source>
        <translation>Somebody has resolved it. Your comment is kept in the log of the alert and changes nothing.</translation>
    </message>
    <message>
        <source>查阅本机副本、关注、写备注与电话记录</source>
        <translation>Read the local copy, follow, write notes and call records</translation>
    </message>
</context>
<context>
    <name>PersonList</name>
    <message>
        <source>（资料已删除）</source>
        <translation>(data erased)</translation>
    </message>
    <message>
        <source>截至 %1</source>
        <translation>as of %1</translation>
    </message>
    <message>
        <source>已关注</source>
        <translation>Following</translation>
    </message>
</context>
<context>
    <name>ReasonWords</name>
    <message>
        <source>属客户侧，计入失联评分；连续出现会把可触达状态降为弱或失联。</source>
        <translation>On the client&apos;s side; it counts toward loss of contact. Repeated failures lower reach to weak or lost.</translation>
    </message>
    <message>
        <source>属通道侧故障，不计入该客户的失联评分，号码或邮箱不受影响。</source>
        <translation>A carrier fault; it does not count toward the client&apos;s loss of contact, and the number or mailbox is not affected.</translation>
    </message>
    <message>
        <source>属本系统，不计入该客户的失联评分。</source>
        <translation>On our side; it does not count toward the client&apos;s loss of contact.</translation>
    </message>
    <message>
        <source>按规则没有发送，这不是故障，不计为失败。</source>
        <translation>Not sent by rule; this is no fault and does not count as a failure.</translation>
    </message>
    <message>
        <source>紧急事项请改用电话，或等通道恢复。</source>
        <translation>Call in urgent matters, or wait for the carrier to recover.</translation>
    </message>
    <message>
        <source>运营商答复号码为空号。</source>
        <translation>The carrier says the number does not exist.</translation>
    </message>
    <message>
        <source>请通过邮件或开户营业部更新号码。</source>
        <translation>Update the number by e-mail or through the branch.</translation>
    </message>
    <message>
        <source>对方邮件系统答复没有这个邮箱。</source>
        <translation>The mail system says there is no such mailbox.</translation>
    </message>
    <message>
        <source>请通过短信或电话向客户核对邮箱。</source>
        <translation>Check the mailbox with the client by SMS or phone.</translation>
    </message>
    <message>
        <source>客户的邮箱已满，退回了邮件。</source>
        <translation>The client&apos;s mailbox is full and returned the mail.</translation>
    </message>
    <message>
        <source>请用其他渠道告知，并提醒客户清理邮箱。</source>
        <translation>Use another channel and ask the client to clear the mailbox.</translation>
    </message>
    <message>
        <source>手机关机或不在服务区，有效期内没有开机。</source>
        <translation>The phone was off or out of service until the message expired.</translation>
    </message>
    <message>
        <source>请稍后拨打电话，或用邮件补发。</source>
        <translation>Call later, or send an e-mail.</translation>
    </message>
    <message>
        <source>运营商答复号码已停机。</source>
        <translation>The carrier says the number is suspended.</translation>
    </message>
    <message>
        <source>请通过邮件联系客户，核对是否换号。</source>
        <translation>Contact the client by e-mail and ask whether the number changed.</translation>
    </message>
    <message>
        <source>客户在终端或运营商处屏蔽了我方。</source>
        <translation>The client blocks us on the device or at the carrier.</translation>
    </message>
    <message>
        <source>请用其他渠道联系，并说明风险类通知的必要。</source>
        <translation>Use another channel and explain why risk notices are needed.</translation>
    </message>
    <message>
        <source>通道的内容审核拒绝了这条消息。</source>
        <translation>The carrier&apos;s content check refused this message.</translation>
    </message>
    <message>
        <source>属内容问题，不计入该客户的失联评分。</source>
        <translation>A matter of content; it does not count toward the client&apos;s loss of contact.</translation>
    </message>
    <message>
        <source>请通知作者修改措辞后重发。</source>
        <translation>Ask the author to reword it and send again.</translation>
    </message>
    <message>
        <source>消息超过通道允许的长度。</source>
        <translation>The message is longer than the carrier allows.</translation>
    </message>
    <message>
        <source>请通知作者缩短正文后重发。</source>
        <translation>Ask the author to shorten it and send again.</translation>
    </message>
    <message>
        <source>模板没有在这个通道报备。</source>
        <translation>The template is not filed with this carrier.</translation>
    </message>
    <message>
        <source>请通知作者报备模板，或改用已报备的通道。</source>
        <translation>Ask the author to file the template, or use a carrier that has it.</translation>
    </message>
    <message>
        <source>通道繁忙，重试到期仍未接受。</source>
        <translation>The carrier was busy and accepted no retry in time.</translation>
    </message>
    <message>
        <source>通道中断，消息没有送出。</source>
        <translation>The carrier was down; the message did not leave.</translation>
    </message>
    <message>
        <source>通道限速，等待超过了有效期。</source>
        <translation>The carrier limited the rate and the message expired waiting.</translation>
    </message>
    <message>
        <source>运营商网关拒绝了这条消息。</source>
        <translation>The carrier&apos;s gateway rejected this message.</translation>
    </message>
    <message>
        <source>消息在通道内过期，没有送到终端。</source>
        <translation>The message expired inside the carrier before it reached the device.</translation>
    </message>
    <message>
        <source>请用其他渠道补发，或拨打电话。</source>
        <translation>Use another channel, or call.</translation>
    </message>
    <message>
        <source>通道的应答无法判断是否送达。</source>
        <translation>The carrier&apos;s answer does not tell whether it arrived.</translation>
    </message>
    <message>
        <source>重发前请先向客户核实是否已收到。</source>
        <translation>Ask the client whether it arrived before sending again.</translation>
    </message>
    <message>
        <source>按规则重试的次数已用完。</source>
        <translation>All retries allowed by the rules were used.</translation>
    </message>
    <message>
        <source>请用其他渠道联系客户。</source>
        <translation>Contact the client on another channel.</translation>
    </message>
    <message>
        <source>这个渠道还没有接入通道。</source>
        <translation>No carrier is connected for this channel yet.</translation>
    </message>
    <message>
        <source>请联系管理员接入通道，并先用其他渠道。</source>
        <translation>Ask an administrator to connect one; use another channel meanwhile.</translation>
    </message>
    <message>
        <source>发送队列已满，没有排入。</source>
        <translation>The sending queue was full; it was not queued.</translation>
    </message>
    <message>
        <source>请等积压下降后重发。</source>
        <translation>Send again once the backlog has gone down.</translation>
    </message>
    <message>
        <source>本系统出错，消息没有送出。</source>
        <translation>Our system failed; the message did not leave.</translation>
    </message>
    <message>
        <source>请把投递编号告诉管理员，并先用其他渠道。</source>
        <translation>Tell an administrator the delivery number; use another channel meanwhile.</translation>
    </message>
    <message>
        <source>已交给通道，但没有等到应答。</source>
        <translation>Handed to the carrier, but no answer came.</translation>
    </message>
    <message>
        <source>可能已送达，也可能没有，现在不可知。</source>
        <translation>It may have arrived or not; that cannot be known now.</translation>
    </message>
    <message>
        <source>档案里没有这个渠道的联系方式。</source>
        <translation>There is no contact point on file for this channel.</translation>
    </message>
    <message>
        <source>请向客户补录联系方式。</source>
        <translation>Ask the client for one and add it.</translation>
    </message>
    <message>
        <source>这个联系方式之前已判为失效，所以没有发送。</source>
        <translation>This contact point was found dead before, so nothing was sent.</translation>
    </message>
    <message>
        <source>请向客户核对并更新联系方式。</source>
        <translation>Check with the client and update it.</translation>
    </message>
    <message>
        <source>客户没有同意接收营销内容。</source>
        <translation>The client has not agreed to marketing.</translation>
    </message>
    <message>
        <source>不需要处理；风险类通知不受影响。</source>
        <translation>Nothing to do; risk notices are not affected.</translation>
    </message>
    <message>
        <source>客户已退订这个渠道。</source>
        <translation>The client opted out of this channel.</translation>
    </message>
    <message>
        <source>请用客户接受的渠道联系。</source>
        <translation>Use a channel the client accepts.</translation>
    </message>
    <message>
        <source>在客户的静默时段内，没有发送。</source>
        <translation>It fell into the client&apos;s quiet hours and was not sent.</translation>
    </message>
    <message>
        <source>时段结束后会按规则处理；紧急事项请改用电话。</source>
        <translation>It is handled by rule once they end; call in urgent matters.</translation>
    </message>
    <message>
        <source>本月营销条数已达上限。</source>
        <translation>This month&apos;s marketing limit is reached.</translation>
    </message>
    <message>
        <source>下月 1 日起恢复，风险类通知不受影响。</source>
        <translation>It resumes on the 1st of next month; risk notices are not affected.</translation>
    </message>
    <message>
        <source>另一渠道已先送达，这一渠道不再发送。</source>
        <translation>Another channel delivered first, so this one was not sent.</translation>
    </message>
    <message>
        <source>不需要处理。</source>
        <translation>Nothing to do.</translation>
    </message>
    <message>
        <source>通知在发送前被取消。</source>
        <translation>The notice was cancelled before it was sent.</translation>
    </message>
    <message>
        <source>首发结果不明，按这类通知的规则不再发送。</source>
        <translation>The first result is unknown and this kind of notice is not sent twice.</translation>
    </message>
    <message>
        <source>请用其他渠道核实客户是否已知悉。</source>
        <translation>Check on another channel whether the client knows.</translation>
    </message>
    <message>
        <source>客户的个人资料已按要求删除。</source>
        <translation>The client&apos;s personal data were erased on request.</translation>
    </message>
    <message>
        <source>不能再联系该客户。</source>
        <translation>This client can no longer be contacted.</translation>
    </message>
</context>
<context>
    <name>ReceiptTrack</name>
    <message>
        <source>未提交</source>
        <translation>Not handed over</translation>
    </message>
    <message>
        <source>提交</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>送达 %1</source>
        <translation>Delivered %1</translation>
    </message>
    <message>
        <source>送达</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>未送达</source>
        <translation>Not delivered</translation>
    </message>
    <message>
        <source>过期未达</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>结果不明</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>打开 %1</source>
        <translation>Opened %1</translation>
    </message>
    <message>
        <source>可信</source>
        <translation>trusted</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Opened</translation>
    </message>
    <message>
        <source>此渠道不可知</source>
        <translation>not knowable here</translation>
    </message>
    <message>
        <source>机器打开 %1</source>
        <translation>Machine open %1</translation>
    </message>
    <message>
        <source>不计入</source>
        <translation>not counted</translation>
    </message>
    <message>
        <source>点击 %1</source>
        <translation>Clicked %1</translation>
    </message>
    <message>
        <source>回复 %1</source>
        <translation>Replied %1</translation>
    </message>
    <message>
        <source>确认 %1</source>
        <translation>Confirmed %1</translation>
    </message>
    <message>
        <source>确认</source>
        <translation>Confirmed</translation>
    </message>
    <message>
        <source>已完成</source>
        <translation>done</translation>
    </message>
    <message>
        <source>等待</source>
        <translation>waiting</translation>
    </message>
    <message>
        <source>失败</source>
        <translation>failed</translation>
    </message>
    <message>
        <source>不可知</source>
        <translation>unknowable</translation>
    </message>
    <message>
        <source>机器</source>
        <translation>machine</translation>
    </message>
    <message>
        <source>未发送</source>
        <translation>not sent</translation>
    </message>
    <message>
        <source>受理</source>
        <translation>Taken on</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <comment>step, how it stands</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1（%2，%3）</source>
        <comment>step, how it stands, remark</comment>
        <translation>%1 (%2, %3)</translation>
    </message>
    <message>
        <source>，</source>
        <comment>between the steps of a track</comment>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source>迟到回执 %n 条，未改变结论</source>
        <translation>
            <numerusform>%n late receipt, nothing changed</numerusform>
            <numerusform>%n late receipts, nothing changed</numerusform>
        </translation>
    </message>
    <message>
        <source>可能重复：首发结果不明</source>
        <translation>May be double: first result unknown</translation>
    </message>
</context>
<context>
    <name>SessionWords</name>
    <message>
        <source>账号、密码或动态码有一项不正确，还可尝试 %1 次。请逐项核对，等下一个动态码再输入。</source>
        <translation>Account, password or code is wrong; %1 tries are left. Check each one and wait for the next code.</translation>
    </message>
    <message>
        <source>账号、密码或动态码有一项不正确，没有登录。请逐项核对，等下一个动态码再输入。</source>
        <translation>Account, password or code is wrong; you are not signed in. Check each one and wait for the next code.</translation>
    </message>
    <message>
        <source>连续多次未通过，账号暂停登录至 %1。在此之前的尝试不会被核对。%2后可以再试。</source>
        <translation>Too many failures in a row: sign-in is paused until %1. Tries before that are not checked. Try again in %2.</translation>
    </message>
    <message>
        <source>连续多次未通过，账号曾暂停登录。现在可以再试一次，请先核对每一项。</source>
        <translation>After too many failures sign-in was paused. You can try again now; check each part first.</translation>
    </message>
    <message>
        <source>账号已锁定，不能登录。管理员解锁后才能再试。若不是您本人操作，请立即联系安全值班。</source>
        <translation>The account is locked. An administrator has to unlock it. If this was not you, call security at once.</translation>
    </message>
    <message>
        <source>该账号未开通控制台。三项核对都已通过。请联系管理员开通角色。</source>
        <translation>This account has not been opened for the console. All three checks passed. Ask an administrator for a role.</translation>
    </message>
    <message>
        <source>本机已被停用，不能再登录。您的账号不受影响。请联系管理员，或用新的登记码重新登记。</source>
        <translation>This computer was disabled and can&apos;t sign in. Your account is not affected. Ask an administrator, or enrol again with a new code.</translation>
    </message>
    <message>
        <source>中枢没有这台设备的登记，可能已被拒绝或过期。您的账号不受影响。请向管理员索取新的登记码。</source>
        <translation>The hub has no enrolment of this device; it may have been refused or expired. Your account is not affected. Ask for a new enrolment code.</translation>
    </message>
    <message>
        <source>登记码已用过、已过期或不存在，没有提交申请。登记码 15 分钟内有效，只能用一次。请向管理员索取新码。</source>
        <translation>The enrolment code was used, has expired or does not exist; nothing was requested. A code works once, within 15 minutes. Ask for a new one.</translation>
    </message>
    <message>
        <source>登记码不完整或有误，没有提交申请。请重新复制完整的登记码。</source>
        <translation>The enrolment code is incomplete or wrong; nothing was requested. Copy the whole code again.</translation>
    </message>
    <message>
        <source>动态码不正确或已用过，还可尝试 %1 次。请等下一个码再输入。</source>
        <translation>The code is wrong or was used; %1 tries are left. Wait for the next code.</translation>
    </message>
    <message>
        <source>动态码不正确或已用过。请等下一个码再输入。</source>
        <translation>The code is wrong or was used. Wait for the next code.</translation>
    </message>
    <message>
        <source>这一步之前已经完成，不能重复。请继续下一步。</source>
        <translation>This step was done before and can&apos;t be repeated. Go on to the next.</translation>
    </message>
    <message>
        <source>连不上中枢，请求没有送出。请检查网络，按 F5 立即重试。</source>
        <translation>The hub can&apos;t be reached; nothing was sent. Check the network; F5 retries now.</translation>
    </message>
    <message>
        <source>对方的证书不是本中枢的，连接已中断，没有送出任何内容。线路可能被劫持。请停止操作并联系安全值班。</source>
        <translation>The other side&apos;s certificate is not our hub&apos;s; the connection was cut and nothing was sent. The line may be hijacked. Stop and call security.</translation>
    </message>
    <message>
        <source>中枢正忙，这次没有处理。%1后可以再试。</source>
        <translation>The hub is busy and did not handle this. Try again in %1.</translation>
    </message>
    <message>
        <source>中枢刚才正忙，这次没有处理。现在可以再试。</source>
        <translation>The hub was busy and did not handle this. You can try again now.</translation>
    </message>
    <message>
        <source>系统密钥库没有打开，取不到本机密钥。请解锁系统密钥库（登录桌面时的密码），再试一次。</source>
        <translation>The system key store is not open, so this computer&apos;s key can&apos;t be read. Unlock it (your desktop password) and try again.</translation>
    </message>
    <message>
        <source>中枢的回答与本版本不符，没有继续。请联系管理员升级本程序。</source>
        <translation>The hub&apos;s answer does not fit this version; nothing went on. Ask an administrator to update this program.</translation>
    </message>
    <message>
        <source>程序内部出错，这次没有完成。没有内容丢失。请再试一次，仍不行时把错误码告诉管理员。</source>
        <translation>An internal error: this was not completed. Nothing is lost. Try again; if it fails, tell an administrator the code.</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>请粘贴管理员给您的登记码。</source>
        <translation>Paste the enrolment code you were given.</translation>
    </message>
    <message>
        <source>有登记码不会出现的字符。登记码只含字母 A–Z 和数字 2–7。</source>
        <translation>It has characters no enrolment code has. Codes use letters A–Z and digits 2–7.</translation>
    </message>
    <message>
        <source>登记码不完整，可能没有全部复制。</source>
        <translation>The code is incomplete; perhaps not all of it was copied.</translation>
    </message>
    <message>
        <source>内容过长，可能多复制了别的文字。</source>
        <translation>Too long; perhaps other text was copied with it.</translation>
    </message>
    <message>
        <source>校验位不符，有字符输错。请重新复制。</source>
        <translation>The check digits don&apos;t fit: a character is wrong. Copy it again.</translation>
    </message>
    <message>
        <source>登记码来自更新版本的中枢。请先升级本程序。</source>
        <translation>The code is from a newer hub. Update this program first.</translation>
    </message>
    <message>
        <source>登记码里的中枢地址无效。请向管理员索取新码。</source>
        <translation>The hub address in the code is invalid. Ask for a new code.</translation>
    </message>
    <message>
        <source>登录已满时限，已自动退出。请重新登录。</source>
        <translation>The session reached its time limit and ended. Sign in again.</translation>
    </message>
    <message>
        <source>长时间没有操作，已自动退出。请重新登录。</source>
        <translation>The session ended after a long time without use. Sign in again.</translation>
    </message>
    <message>
        <source>您在别处登录或结束了这次会话，本机已退出。若不是您本人操作，请立即联系安全值班。</source>
        <translation>You signed in elsewhere or ended this session, so it ended here. If this was not you, call security at once.</translation>
    </message>
    <message>
        <source>本机已被停用，会话已结束。请联系管理员。</source>
        <translation>This computer was disabled and the session has ended. Ask an administrator.</translation>
    </message>
    <message>
        <source>坐席</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>风控</source>
        <translation>Risk</translation>
    </message>
    <message>
        <source>运营主管</source>
        <translation>Ops supervisor</translation>
    </message>
    <message>
        <source>合规</source>
        <translation>Compliance</translation>
    </message>
    <message>
        <source>系统管理</source>
        <translation>Administrator</translation>
    </message>
    <message>
        <source>连不上中枢。将在 %1后重试，也可按 F5 立即重试。</source>
        <translation>The hub can&apos;t be reached. Next try in %1; F5 retries now.</translation>
    </message>
    <message>
        <source>与中枢断开（%1 起）。将在 %2后重试，也可按 F5 立即重试。</source>
        <translation>Cut off from the hub since %1. Next try in %2; F5 retries now.</translation>
    </message>
    <message>
        <source>连不上中枢。正在重试。</source>
        <translation>The hub can&apos;t be reached. Retrying.</translation>
    </message>
    <message>
        <source>与中枢断开（%1 起）。正在重试。</source>
        <translation>Cut off from the hub since %1. Retrying.</translation>
    </message>
    <message>
        <source>本机时间慢 %1，动态码会核对不过。请打开系统的自动校时，再回到这里。</source>
        <translation>This computer&apos;s clock is %1 slow, so codes will fail. Turn on automatic time in the system, then come back.</translation>
    </message>
    <message>
        <source>本机时间快 %1，动态码会核对不过。请打开系统的自动校时，再回到这里。</source>
        <translation>This computer&apos;s clock is %1 fast, so codes will fail. Turn on automatic time in the system, then come back.</translation>
    </message>
</context>
<context>
    <name>WhyWords</name>
    <message>
        <source>通道 %1</source>
        <translation>carrier %1</translation>
    </message>
    <message>
        <source>应答 %1</source>
        <translation>answer %1</translation>
    </message>
    <message>
        <source>共试 %1 次</source>
        <translation>%1 tries</translation>
    </message>
    <message>
        <source>%1 结束</source>
        <translation>ended %1</translation>
    </message>
    <message>
        <source>%1（%2）</source>
        <comment>what happened, evidence</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>，</source>
        <comment>between evidence</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1已于 %2 送达，%3 打开。重发可能造成重复。</source>
        <translation>%1 delivered at %2 and was opened at %3. Sending again may double it.</translation>
    </message>
    <message>
        <source>%1已于 %2 送达。重发可能造成重复。</source>
        <translation>%1 delivered at %2. Sending again may double it.</translation>
    </message>
    <message>
        <source>现在到哪一步</source>
        <translation>Where it stands</translation>
    </message>
    <message>
        <source>已排入发送，还没有交给通道。</source>
        <translation>Queued, not yet handed to a carrier.</translation>
    </message>
    <message>
        <source>客户还没有收到，现在谈不上成败。</source>
        <translation>The client has not got it yet; it is too early to judge.</translation>
    </message>
    <message>
        <source>轮到时会自动发送，请等回执。</source>
        <translation>It is sent when its turn comes; wait for the receipt.</translation>
    </message>
    <message>
        <source>已交给通道，还没有应答。</source>
        <translation>Handed to the carrier, no answer yet.</translation>
    </message>
    <message>
        <source>通道可能已接手，现在不可知。</source>
        <translation>The carrier may have it; that cannot be known now.</translation>
    </message>
    <message>
        <source>请等通道应答，不要重发。</source>
        <translation>Wait for the answer, do not send again.</translation>
    </message>
    <message>
        <source>通道已受理，还没有送达回执。</source>
        <translation>Accepted by the carrier, no delivery receipt yet.</translation>
    </message>
    <message>
        <source>受理不等于送达。邮件没有退信也不当作已送达。</source>
        <translation>Accepted is not delivered. Mail that does not bounce is not counted as delivered either.</translation>
    </message>
    <message>
        <source>受理不等于送达。回执到了会改写这里。</source>
        <translation>Accepted is not delivered. The receipt will change this.</translation>
    </message>
    <message>
        <source>请等回执；紧急事项请改用电话。</source>
        <translation>Wait for the receipt; call in urgent matters.</translation>
    </message>
    <message>
        <source>为什么结果不明</source>
        <translation>Why the result is unknown</translation>
    </message>
    <message>
        <source>已交给通道，但没有等到应答。</source>
        <translation>Handed to the carrier, but no answer came.</translation>
    </message>
    <message>
        <source>可能已送达，也可能没有，现在不可知。</source>
        <translation>It may have arrived or not; that cannot be known now.</translation>
    </message>
    <message>
        <source>重发前请先向客户核实是否已收到。</source>
        <translation>Ask the client whether it arrived before sending again.</translation>
    </message>
    <message>
        <source>为什么算已送达</source>
        <translation>Why it counts as delivered</translation>
    </message>
    <message>
        <source>通道给出了送达回执。</source>
        <translation>The carrier gave a delivery receipt.</translation>
    </message>
    <message>
        <source>客户已于 %1 确认阅读。</source>
        <translation>The client confirmed reading at %1.</translation>
    </message>
    <message>
        <source>不需要处理。</source>
        <translation>Nothing to do.</translation>
    </message>
    <message>
        <source>客户已于 %1 打开，还没有确认阅读。</source>
        <translation>The client opened it at %1 and has not confirmed reading.</translation>
    </message>
    <message>
        <source>需要留痕时，请客户确认阅读。</source>
        <translation>If proof is needed, ask the client to confirm reading.</translation>
    </message>
    <message>
        <source>只有机器打开过（安全扫描或预取），不计入打开。</source>
        <translation>Only a machine opened it (scanner or prefetch); not counted as opened.</translation>
    </message>
    <message>
        <source>不能据此认为客户已读。</source>
        <translation>Do not take it as read.</translation>
    </message>
    <message>
        <source>已到终端。这个渠道得不到打开回执，是否读过不可知。</source>
        <translation>It reached the device. This channel cannot report opens; whether it was read is unknown.</translation>
    </message>
    <message>
        <source>已到客户处，还没有打开。</source>
        <translation>It reached the client and is not opened yet.</translation>
    </message>
    <message>
        <source>为什么没送达</source>
        <translation>Why not delivered</translation>
    </message>
    <message>
        <source>为什么没发送</source>
        <translation>Why not sent</translation>
    </message>
    <message>
        <source>通道没有说明原因。</source>
        <translation>The carrier gave no reason.</translation>
    </message>
    <message>
        <source>不能判断是客户侧还是通道侧，不计入失联评分。</source>
        <translation>It cannot be told whose side it was; it does not count toward loss of contact.</translation>
    </message>
    <message>
        <source>请用其他渠道联系客户。</source>
        <translation>Contact the client on another channel.</translation>
    </message>
    <message>
        <source>通知受理</source>
        <translation>Notice taken on</translation>
    </message>
    <message>
        <source>列入名单</source>
        <translation>Put on the list</translation>
    </message>
    <message>
        <source>选定渠道</source>
        <translation>Channel chosen</translation>
    </message>
    <message>
        <source>准备发送</source>
        <translation>Made ready</translation>
    </message>
    <message>
        <source>交给通道</source>
        <translation>Handed to carrier</translation>
    </message>
    <message>
        <source>通道受理</source>
        <translation>Carrier accepted</translation>
    </message>
    <message>
        <source>送达回执</source>
        <translation>Delivery receipt</translation>
    </message>
    <message>
        <source>失败回执</source>
        <translation>Failure receipt</translation>
    </message>
    <message>
        <source>有效期已过</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>结果不明</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>按规则不发</source>
        <translation>Not sent by rule</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>重试</source>
        <translation>Retry</translation>
    </message>
    <message>
        <source>存疑重发</source>
        <translation>Sent again in doubt</translation>
    </message>
    <message>
        <source>分段回执</source>
        <translation>Part receipt</translation>
    </message>
    <message>
        <source>迟到，未改变结论</source>
        <translation>late, nothing changed</translation>
    </message>
    <message>
        <source>重复，未计</source>
        <translation>double, not counted</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <comment>event: particulars</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>第 %1 步</source>
        <comment>of a route</comment>
        <translation>step %1</translation>
    </message>
    <message>
        <source>第 %1 次</source>
        <comment>of trying to send</comment>
        <translation>try %1</translation>
    </message>
    <message>
        <source>第 %1/%2 段</source>
        <comment>of a long short message</comment>
        <translation>part %1/%2</translation>
    </message>
    <message>
        <source>机器打开，不计入</source>
        <translation>by a machine, not counted</translation>
    </message>
    <message>
        <source>本人</source>
        <translation>by a person</translation>
    </message>
    <message>
        <source>输入一次性验证码后</source>
        <translation>after a one-time code</translation>
    </message>
    <message>
        <source>凭链接</source>
        <translation>by the link</translation>
    </message>
    <message>
        <source>打开</source>
        <translation>Opened</translation>
    </message>
    <message>
        <source>点击</source>
        <translation>Clicked</translation>
    </message>
    <message>
        <source>回复</source>
        <translation>Replied</translation>
    </message>
    <message>
        <source>确认阅读</source>
        <translation>Read confirmed</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>短信</source>
        <translation>SMS</translation>
    </message>
    <message>
        <source>邮件</source>
        <translation>Email</translation>
    </message>
    <message>
        <source>APP 推送</source>
        <translation>App push</translation>
    </message>
    <message>
        <source>网页公告</source>
        <translation>Web notice</translation>
    </message>
    <message>
        <source>在线会话</source>
        <translation>Live chat</translation>
    </message>
    <message>
        <source>电话</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>已计划</source>
        <translation>Planned</translation>
    </message>
    <message>
        <source>待交付</source>
        <translation>To hand over</translation>
    </message>
    <message>
        <source>已交付</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>已受理</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>结果不明</source>
        <translation>Unknown</translation>
    </message>
    <message>
        <source>已送达</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>未送达</source>
        <translation>Not delivered</translation>
    </message>
    <message>
        <source>已过期</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>未发送</source>
        <translation>Not sent</translation>
    </message>
    <message>
        <source>已取消</source>
        <translation>Cancelled</translation>
    </message>
    <message>
        <source>空号</source>
        <translation>no such number</translation>
    </message>
    <message>
        <source>邮箱不存在</source>
        <translation>no such mailbox</translation>
    </message>
    <message>
        <source>邮箱已满</source>
        <translation>mailbox full</translation>
    </message>
    <message>
        <source>关机或不在网</source>
        <translation>phone off</translation>
    </message>
    <message>
        <source>停机</source>
        <translation>suspended</translation>
    </message>
    <message>
        <source>被收件人屏蔽</source>
        <translation>blocked by recipient</translation>
    </message>
    <message>
        <source>内容被拒</source>
        <translation>Content refused</translation>
    </message>
    <message>
        <source>内容过长</source>
        <translation>content too long</translation>
    </message>
    <message>
        <source>模板未报备</source>
        <translation>template not filed</translation>
    </message>
    <message>
        <source>通道繁忙</source>
        <translation>route busy</translation>
    </message>
    <message>
        <source>通道中断</source>
        <translation>route down</translation>
    </message>
    <message>
        <source>通道限速</source>
        <translation>route throttled</translation>
    </message>
    <message>
        <source>网关拒绝</source>
        <translation>gateway rejected</translation>
    </message>
    <message>
        <source>通道内过期</source>
        <translation>expired on route</translation>
    </message>
    <message>
        <source>通道应答不明</source>
        <translation>unclear answer</translation>
    </message>
    <message>
        <source>重试用尽</source>
        <translation>retries used up</translation>
    </message>
    <message>
        <source>未接入通道</source>
        <translation>no route connected</translation>
    </message>
    <message>
        <source>队列已满</source>
        <translation>queue full</translation>
    </message>
    <message>
        <source>本系统故障</source>
        <translation>Fault of ours</translation>
    </message>
    <message>
        <source>应答丢失</source>
        <translation>answer lost</translation>
    </message>
    <message>
        <source>没有联系方式</source>
        <translation>no contact</translation>
    </message>
    <message>
        <source>联系方式无效</source>
        <translation>invalid contact</translation>
    </message>
    <message>
        <source>未授权</source>
        <translation>no consent</translation>
    </message>
    <message>
        <source>已退订</source>
        <translation>unsubscribed</translation>
    </message>
    <message>
        <source>静默时段</source>
        <translation>quiet hours</translation>
    </message>
    <message>
        <source>营销条数已满</source>
        <translation>marketing cap reached</translation>
    </message>
    <message>
        <source>其他渠道已送达</source>
        <translation>delivered elsewhere</translation>
    </message>
    <message>
        <source>通知已取消</source>
        <translation>notice cancelled</translation>
    </message>
    <message>
        <source>结果不明，按规则不重发</source>
        <translation>unknown, not resent by rule</translation>
    </message>
    <message>
        <source>资料已删除</source>
        <translation>data erased</translation>
    </message>
    <message>
        <source>号码或邮箱失效</source>
        <translation>Invalid contact</translation>
    </message>
    <message>
        <source>通道拒绝或中断</source>
        <translation>Rejected or down</translation>
    </message>
    <message>
        <source>%1 毫秒</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 秒</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 分 %2 秒</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>短信</source>
        <comment>short channel name</comment>
        <translation>SMS</translation>
    </message>
    <message>
        <source>邮件</source>
        <comment>short channel name</comment>
        <translation>Email</translation>
    </message>
    <message>
        <source>推送</source>
        <comment>short channel name</comment>
        <translation>Push</translation>
    </message>
    <message>
        <source>网页</source>
        <comment>short channel name</comment>
        <translation>Web</translation>
    </message>
    <message>
        <source>会话</source>
        <comment>short channel name</comment>
        <translation>Chat</translation>
    </message>
    <message>
        <source>电话</source>
        <comment>short channel name</comment>
        <translation>Phone</translation>
    </message>
    <message>
        <source>已计划</source>
        <comment>after a channel&apos;s name</comment>
        <translation>planned</translation>
    </message>
    <message>
        <source>待交付</source>
        <comment>after a channel&apos;s name</comment>
        <translation>about to be handed over</translation>
    </message>
    <message>
        <source>已交付</source>
        <comment>after a channel&apos;s name</comment>
        <translation>handed over</translation>
    </message>
    <message>
        <source>已受理</source>
        <comment>after a channel&apos;s name</comment>
        <translation>accepted</translation>
    </message>
    <message>
        <source>结果不明</source>
        <comment>after a channel&apos;s name</comment>
        <translation>outcome unknown</translation>
    </message>
    <message>
        <source>已送达</source>
        <comment>after a channel&apos;s name</comment>
        <translation>delivered</translation>
    </message>
    <message>
        <source>未送达</source>
        <comment>after a channel&apos;s name</comment>
        <translation>not delivered</translation>
    </message>
    <message>
        <source>已过期</source>
        <comment>after a channel&apos;s name</comment>
        <translation>expired</translation>
    </message>
    <message>
        <source>未发送</source>
        <comment>after a channel&apos;s name</comment>
        <translation>not sent</translation>
    </message>
    <message>
        <source>已取消</source>
        <comment>after a channel&apos;s name</comment>
        <translation>cancelled</translation>
    </message>
</context>
<context>
    <name>guardline::app::ActQueue</name>
    <message>
        <source>（离线于 %1）</source>
        <translation> (offline at %1)</translation>
    </message>
</context>
<context>
    <name>guardline::app::Console</name>
    <message>
        <source>告警</source>
        <translation>Alerts</translation>
    </message>
    <message>
        <source>实时监控</source>
        <translation>Monitor</translation>
    </message>
    <message>
        <source>看板</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>投资者</source>
        <translation>Investors</translation>
    </message>
    <message>
        <source>再次验证</source>
        <translation>Verify again</translation>
    </message>
    <message>
        <source>投资者的资料和通信历史，已遮蔽</source>
        <translation>Investors&apos; data and history, masked</translation>
    </message>
    <message>
        <source>通知中心</source>
        <translation>Notification centre</translation>
    </message>
</context>
<context>
    <name>guardline::models::AlertListModel</name>
    <message>
        <source>%1，%2</source>
        <comment>two lines of a cell</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <comment>column: cell</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>级别</source>
        <translation>Severity</translation>
    </message>
    <message>
        <source>告警与对象</source>
        <translation>Alert and object</translation>
    </message>
    <message>
        <source>触发号</source>
        <translation>Occurrence</translation>
    </message>
    <message>
        <source>状态（三轴）</source>
        <translation>State (3 axes)</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>持续 / 起</source>
        <translation>Age / since</translation>
    </message>
    <message>
        <source>已移到「%1」</source>
        <comment>another tab</comment>
        <translation>Moved to &quot;%1&quot;</translation>
    </message>
</context>
<context>
    <name>guardline::models::DeliveryTableModel</name>
    <message>
        <source>%1 %2，样本少于 30 条</source>
        <translation>%1 %2, fewer than 30 samples</translation>
    </message>
    <message>
        <source>无数据</source>
        <translation>No data</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>渠道</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>送达率</source>
        <translation>Delivery rate</translation>
    </message>
    <message>
        <source>已送达</source>
        <translation>Delivered</translation>
    </message>
    <message>
        <source>已受理</source>
        <translation>Accepted</translation>
    </message>
    <message>
        <source>已交付</source>
        <translation>Handed over</translation>
    </message>
    <message>
        <source>客户侧失败</source>
        <translation>Client faults</translation>
    </message>
    <message>
        <source>通道侧失败</source>
        <translation>Channel faults</translation>
    </message>
    <message>
        <source>时延 P95</source>
        <translation>Latency P95</translation>
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
        <translation>%1 no data</translation>
    </message>
    <message>
        <source>%1 %2，%3 ÷ %4</source>
        <translation>%1 %2, %3 ÷ %4</translation>
    </message>
    <message>
        <source>小时</source>
        <translation>Hour</translation>
    </message>
    <message>
        <source>日期</source>
        <translation>Date</translation>
    </message>
    <message>
        <source>全部渠道</source>
        <translation>All</translation>
    </message>
    <message>
        <source>上一周期</source>
        <translation>Before</translation>
    </message>
</context>
<context>
    <name>guardline::models::NotificationModel</name>
    <message numerus="yes">
        <source>%1，%n 次提醒</source>
        <translation>
            <numerusform>%1, %n reminder</numerusform>
            <numerusform>%1, %n reminders</numerusform>
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
        <translation>%1, %2, %3, %4</translation>
    </message>
</context>
<context>
    <name>guardline::models::PeopleModel</name>
    <message>
        <source>%1：%2</source>
        <comment>column: cell</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>投资者</source>
        <translation>Investor</translation>
    </message>
    <message>
        <source>经过</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>现在</source>
        <translation>Now</translation>
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
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1 · 通道 %2</source>
        <comment>what happened, carrier account</comment>
        <translation>%1 · route %2</translation>
    </message>
    <message>
        <source>时间 %1</source>
        <translation>Time %1</translation>
    </message>
    <message>
        <source>状态 %1</source>
        <translation>State %1</translation>
    </message>
    <message>
        <source>演练：%1</source>
        <translation>Drill: %1</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>状态</source>
        <translation>State</translation>
    </message>
    <message>
        <source>事件</source>
        <translation>Event</translation>
    </message>
</context>
<context>
    <name>guardline::models::TimelineModel</name>
    <message>
        <source>周一</source>
        <translation>Mon</translation>
    </message>
    <message>
        <source>周二</source>
        <translation>Tue</translation>
    </message>
    <message>
        <source>周三</source>
        <translation>Wed</translation>
    </message>
    <message>
        <source>周四</source>
        <translation>Thu</translation>
    </message>
    <message>
        <source>周五</source>
        <translation>Fri</translation>
    </message>
    <message>
        <source>周六</source>
        <translation>Sat</translation>
    </message>
    <message>
        <source>周日</source>
        <translation>Sun</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>date, day of the week</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>今天&#x3000;%1</source>
        <translation>Today  %1</translation>
    </message>
    <message>
        <source>昨天&#x3000;%1</source>
        <translation>Yesterday  %1</translation>
    </message>
    <message>
        <source>通知 …%1</source>
        <translation>Notice …%1</translation>
    </message>
    <message>
        <source>模板 %1 v%2</source>
        <translation>Template %1 v%2</translation>
    </message>
    <message>
        <source>营销类</source>
        <translation>Marketing</translation>
    </message>
    <message>
        <source>通道 %1</source>
        <translation>Carrier %1</translation>
    </message>
    <message>
        <source>未定渠道</source>
        <translation>No channel yet</translation>
    </message>
    <message>
        <source>（内容已删除或没有标题）</source>
        <translation>(erased, or no title)</translation>
    </message>
    <message>
        <source>为什么？</source>
        <translation>Why?</translation>
    </message>
    <message>
        <source>时间 %1</source>
        <translation>Time %1</translation>
    </message>
    <message>
        <source>渠道 %1，%2</source>
        <translation>Channel %1, %2</translation>
    </message>
    <message>
        <source>演练</source>
        <translation>Drill</translation>
    </message>
    <message>
        <source>，</source>
        <comment>between parts of a row</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>为什么？按 W 查看</source>
        <translation>Why? Press W</translation>
    </message>
    <message>
        <source>还没有投递</source>
        <translation>No delivery yet</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>渠道</source>
        <translation>Channel</translation>
    </message>
    <message>
        <source>内容与回执</source>
        <translation>Content and receipts</translation>
    </message>
    <message>
        <source>原因</source>
        <translation>Reason</translation>
    </message>
    <message>
        <source>截至 %1</source>
        <translation>as of %1</translation>
    </message>
    <message>
        <source>截至 %1，可能已变化</source>
        <translation>as of %1, may have changed</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>通话小结</source>
        <translation>Summary</translation>
    </message>
    <message>
        <source>全文</source>
        <translation>Full text</translation>
    </message>
    <message>
        <source>本机，待同步</source>
        <translation>on this computer, waiting for the hub</translation>
    </message>
    <message>
        <source>没有文字</source>
        <translation>no words</translation>
    </message>
    <message>
        <source>%1，按 W 查看</source>
        <translation>%1, press W to read</translation>
    </message>
</context>
<context>
    <name>guardline::ui::ActPanel</name>
    <message>
        <source>说明</source>
        <translation>Comment</translation>
    </message>
    <message>
        <source>搁置时长</source>
        <translation>Shelve for</translation>
    </message>
    <message numerus="yes">
        <source>%n 小时</source>
        <translation>
            <numerusform>%n h</numerusform>
            <numerusform>%n h</numerusform>
        </translation>
    </message>
    <message>
        <source>转交给账号</source>
        <translation>Hand over to</translation>
    </message>
    <message>
        <source>对方的登录账号</source>
        <translation>Their account name</translation>
    </message>
    <message>
        <source>确认说明（必填，写入审计）</source>
        <translation>Comment (required, goes to the audit)</translation>
    </message>
    <message>
        <source>处置措施（必填，写入审计）</source>
        <translation>What was done (required, goes to the audit)</translation>
    </message>
    <message>
        <source>搁置原因（必填，写入审计）</source>
        <translation>Reason for the shelf (required, goes to the audit)</translation>
    </message>
    <message>
        <source>先选中一条告警</source>
        <translation>Choose an alert first</translation>
    </message>
    <message>
        <source>您的角色只能查看告警。如需处理，请联系值班风控或主管。</source>
        <translation>Your role may only look at alerts. To act, contact the risk officer or supervisor on duty.</translation>
    </message>
    <message>
        <source>上一步正在提交</source>
        <translation>The step before is being submitted</translation>
    </message>
    <message>
        <source>本次触发已有人确认</source>
        <translation>Somebody has acknowledged this occurrence</translation>
    </message>
    <message>
        <source>先按 A 确认知晓，再记处置完成</source>
        <translation>Press A to acknowledge first, then resolve</translation>
    </message>
    <message>
        <source>本次触发已记为处置完成</source>
        <translation>This occurrence is recorded as resolved</translation>
    </message>
    <message>
        <source>已按设计抑制，不需要搁置</source>
        <translation>Suppressed by design; needs no shelf</translation>
    </message>
    <message>
        <source>规则已停用，不需要搁置</source>
        <translation>The rule is off; needs no shelf</translation>
    </message>
    <message>
        <source>已确认</source>
        <translation>Acknowledged</translation>
    </message>
    <message>
        <source>确认知晓</source>
        <translation>Acknowledge</translation>
    </message>
    <message>
        <source>已处置</source>
        <translation>Resolved</translation>
    </message>
    <message>
        <source>处置完成</source>
        <translation>Resolve</translation>
    </message>
    <message>
        <source>取消搁置</source>
        <translation>End shelf</translation>
    </message>
    <message>
        <source>搁置</source>
        <translation>Shelve</translation>
    </message>
    <message>
        <source>转交</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>按 S 提前结束搁置，告警立即回到列表。</source>
        <translation>Press S to end the shelf early; the alert comes back to the list at once.</translation>
    </message>
    <message>
        <source>请先填写对方的登录账号，再按 Enter 转交。</source>
        <translation>Enter their account name first, then press Enter.</translation>
    </message>
    <message>
        <source>请先写下说明，再按 Ctrl+Enter 提交。</source>
        <translation>Write a comment first, then press Ctrl+Enter.</translation>
    </message>
    <message numerus="yes">
        <source>说明超出 %n 个字，请缩短后再提交。</source>
        <translation>
            <numerusform>The text is %n character too long; shorten it, then submit.</numerusform>
            <numerusform>The text is %n characters too long; shorten it, then submit.</numerusform>
        </translation>
    </message>
    <message>
        <source>核对内容后按 Ctrl+Enter 提交。</source>
        <translation>Check the text, then press Ctrl+Enter.</translation>
    </message>
    <message>
        <source>%1：已存在本机，联网后提交，%2。</source>
        <translation>%1: kept on this computer, sent when connected, %2.</translation>
    </message>
    <message>
        <source>%1：%2，%3。</source>
        <comment>number, what was done, time</comment>
        <translation>%1: %2, %3.</translation>
    </message>
    <message>
        <source>确认知晓＝已看到并负责，到时（默认 30 分钟）未记处置将自动取消；处置完成＝写下做了什么。都不代表已恢复。</source>
        <translation>Acknowledge: seen and taken on; it lapses (by default after 30 minutes) without a word of what was done. Resolve: what was done. Neither means that it is back to normal.</translation>
    </message>
</context>
<context>
    <name>guardline::ui::AlertDetail</name>
    <message>
        <source>选中一条告警</source>
        <translation>Choose an alert</translation>
    </message>
    <message>
        <source>按 J、K 移动，右侧显示它的状态、依据和记录，再按 A、F、S、O 处理。</source>
        <translation>J and K move; A, F, S and O act on the chosen one.</translation>
    </message>
    <message>
        <source>告警详情</source>
        <translation>Alert details</translation>
    </message>
    <message>
        <source>状态、依据和记录</source>
        <translation>State, grounds and log</translation>
    </message>
    <message>
        <source>是否活动</source>
        <translation>Active?</translation>
    </message>
    <message>
        <source>是否确认</source>
        <translation>Acknowledged?</translation>
    </message>
    <message>
        <source>抑制</source>
        <translation>Suppression</translation>
    </message>
    <message>
        <source>触发条件</source>
        <translation>Condition</translation>
    </message>
    <message>
        <source>当时实测</source>
        <translation>Measured</translation>
    </message>
    <message>
        <source>规则</source>
        <translation>Rule</translation>
    </message>
    <message>
        <source>负责人</source>
        <translation>Owner</translation>
    </message>
    <message>
        <source>起因：逐分钟</source>
        <translation>Cause, by minute</translation>
    </message>
    <message>
        <source>起因图</source>
        <translation>Cause chart</translation>
    </message>
    <message>
        <source>触发记录</source>
        <translation>Log of occurrences</translation>
    </message>
    <message>
        <source>该告警已恢复并再次触发（#%1）。下面是新的触发，请先看清再确认。</source>
        <translation>This alert returned to normal and was raised again (#%1). Below is the new occurrence: read it before you acknowledge.</translation>
    </message>
    <message>
        <source>无</source>
        <translation>None</translation>
    </message>
    <message>
        <source>记录没有取到，下面缺少的不代表没有发生。按 F5 重试。</source>
        <translation>The log could not be had; what is missing may still have happened. Press F5 to retry.</translation>
    </message>
    <message>
        <source>正在取得记录</source>
        <translation>Getting the log</translation>
    </message>
    <message>
        <source>还没有记录</source>
        <translation>No entries yet</translation>
    </message>
    <message>
        <source>起因：各分钟计划的，现在仍未提交的占比</source>
        <translation>Cause: of each minute&apos;s plan, share still waiting now</translation>
    </message>
</context>
<context>
    <name>guardline::ui::AlertList</name>
    <message>
        <source>告警列表</source>
        <translation>Alerts</translation>
    </message>
    <message>
        <source>按状态分组的告警</source>
        <translation>Alerts by state</translation>
    </message>
    <message numerus="yes">
        <source>有 %n 条新事件，其中有紧急</source>
        <translation>
            <numerusform>%n new event, urgent</numerusform>
            <numerusform>%n new events, some urgent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>有 %n 条新事件</source>
        <translation>
            <numerusform>%n new event</numerusform>
            <numerusform>%n new events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>有 %n 条已移到其他分组</source>
        <translation>
            <numerusform>%n has moved to another tab</numerusform>
            <numerusform>%n have moved to other tabs</numerusform>
        </translation>
    </message>
    <message>
        <source>按 Esc 更新列表，选中的行会放开</source>
        <translation>Esc renews the list and lets go of the chosen row</translation>
    </message>
    <message>
        <source>与中枢断开，还没有可显示的告警</source>
        <translation>Not connected to the hub; no alerts to show yet</translation>
    </message>
    <message>
        <source>正在取得告警</source>
        <translation>Getting the alerts</translation>
    </message>
    <message>
        <source>没有告警显示不代表没有告警。正在自动重试，也可按 F5 立即重试。</source>
        <translation>No alerts shown does not mean there are none. Retrying by itself; F5 retries at once.</translation>
    </message>
    <message>
        <source>监控自检 %1 正常</source>
        <translation>Watch self-check fine at %1</translation>
    </message>
    <message>
        <source>当前没有待确认告警</source>
        <translation>No alerts to acknowledge</translation>
    </message>
    <message>
        <source>列表可能不完整</source>
        <translation>The list may be incomplete</translation>
    </message>
    <message>
        <source>还没有历史告警</source>
        <translation>No history yet</translation>
    </message>
    <message>
        <source>恢复并确认过的告警会列在这里。</source>
        <translation>Alerts that returned and were acknowledged are listed here.</translation>
    </message>
    <message>
        <source>没有搁置中的告警</source>
        <translation>No shelved alerts</translation>
    </message>
    <message>
        <source>选中一条告警后按 S 搁置，到期自动回到列表。</source>
        <translation>Choose an alert and press S to shelve it; it comes back by itself at the end.</translation>
    </message>
    <message>
        <source>这一组没有告警</source>
        <translation>No alerts on this tab</translation>
    </message>
</context>
<context>
    <name>guardline::ui::AlertsPage</name>
    <message>
        <source>立即重试</source>
        <translation>Retry now</translation>
    </message>
    <message>
        <source>立即重试连接</source>
        <translation>Retry the connection now</translation>
    </message>
    <message>
        <source>移动</source>
        <translation>Move</translation>
    </message>
    <message>
        <source>确认知晓</source>
        <translation>Acknowledge</translation>
    </message>
    <message>
        <source>处置完成</source>
        <translation>Resolve</translation>
    </message>
    <message>
        <source>搁置</source>
        <translation>Shelve</translation>
    </message>
    <message>
        <source>转交</source>
        <translation>Hand over</translation>
    </message>
    <message>
        <source>声音：仅紧急，间隔 ≥ 60 秒</source>
        <translation>Sound: urgent only, ≥ 60 s apart</translation>
    </message>
    <message>
        <source>您的角色不能查看告警</source>
        <translation>Your role may not see alerts</translation>
    </message>
    <message>
        <source>告警由风控和主管处理。如因工作需要，请联系值班主管。</source>
        <translation>Risk officers and supervisors work on alerts. If you need them for your work, contact the supervisor on duty.</translation>
    </message>
    <message>
        <source>告警中心</source>
        <translation>Alerts</translation>
    </message>
    <message>
        <source>正在取得告警</source>
        <translation>Getting the alerts</translation>
    </message>
    <message>
        <source>待确认 %1，处理中 %2</source>
        <translation>%1 to acknowledge, %2 in hand</translation>
    </message>
    <message>
        <source>截至 %1</source>
        <translation>As of %1</translation>
    </message>
    <message>
        <source>没有查看权限</source>
        <translation>No permission to view</translation>
    </message>
    <message>
        <source>搁置，或取消搁置</source>
        <translation>Shelve, or end the shelf</translation>
    </message>
    <message>
        <source>写说明</source>
        <translation>To the comment</translation>
    </message>
    <message>
        <source>提交说明</source>
        <translation>Submit the comment</translation>
    </message>
    <message>
        <source>放开选中的行，让新事件进来</source>
        <translation>Let go of the row and let new events in</translation>
    </message>
    <message>
        <source>告警列表可能不完整：%1 起没有新数据，没有新告警不代表没有异常。正在核对连接，也可按 F5 立即重试。</source>
        <translation>The list may be incomplete: nothing heard since %1; no new alerts does not mean nothing is wrong. Checking the connection; F5 retries at once.</translation>
    </message>
    <message>
        <source>与中枢断开。这是 %1 的列表，状态可能已变化，新告警收不到。正在自动重试，也可按 F5 立即重试。</source>
        <translation>Not connected to the hub. This is the list of %1; states may have changed and new alerts do not arrive. Retrying by itself; F5 retries at once.</translation>
    </message>
    <message>
        <source>截至 %1，收不到新告警</source>
        <translation>as of %1, no new alerts arrive</translation>
    </message>
    <message>
        <source>告警负荷、优先级和搁置</source>
        <translation>Load, priorities and shelves</translation>
    </message>
    <message numerus="yes">
        <source>告警洪泛：本 10 分钟窗（%1 起）已 %n 条（多于 10 条为洪泛，回到少于 5 条时解除）。新告警可能来不及逐条看。紧急告警排在最前，不合并、不隐藏，请先处理。</source>
        <translation>
            <numerusform>Alert flood: %n alert in one 10-minute window (from %1; a flood above 10, over below 5). New alerts may come faster than they can be read. Urgent ones stand first, never merged or hidden: take these first.</numerusform>
            <numerusform>Alert flood: %n alerts in one 10-minute window (from %1; a flood above 10, over below 5). New alerts may come faster than they can be read. Urgent ones stand first, never merged or hidden: take these first.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guardline::ui::ApprovalStep</name>
    <message>
        <source>第 2 步&#x3000;已批准</source>
        <translation>Step 2: approved</translation>
    </message>
    <message>
        <source>管理员已批准这台设备</source>
        <translation>The administrator has approved this device</translation>
    </message>
    <message>
        <source>证书已存入系统密钥库。只差最后一步：保存恢复码。</source>
        <translation>The certificate is in the system keychain. One step is left: keep the recovery codes.</translation>
    </message>
    <message>
        <source>进入第 3 步</source>
        <translation>Go to step 3</translation>
    </message>
    <message>
        <source>登记完成</source>
        <translation>Enrolment complete</translation>
    </message>
    <message>
        <source>这台设备已启用</source>
        <translation>This device is enabled</translation>
    </message>
    <message>
        <source>管理员已批准，证书已存入系统密钥库。
现在可以用账号、密码和动态码登录。</source>
        <translation>An administrator approved it; the certificate is in the system key store.
You can now sign in with account, password and code.</translation>
    </message>
    <message>
        <source>去登录</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>登记没有完成</source>
        <translation>Enrolment did not complete</translation>
    </message>
    <message>
        <source>管理员没有批准这台设备</source>
        <translation>The administrator did not approve this device</translation>
    </message>
    <message>
        <source>登记已过期</source>
        <translation>The enrolment has expired</translation>
    </message>
    <message>
        <source>这次申请已作废，您的账号不受影响。
请与管理员核对设备指纹，再用新的登记码重新申请。</source>
        <translation>This request is void; your account is not affected.
Check the device fingerprint with the administrator, then apply again with a new code.</translation>
    </message>
    <message>
        <source>24 小时内没有获得批准，这次申请已作废。
请向管理员索取新的登记码，重新申请。</source>
        <translation>It was not approved within 24 hours, so this request is void.
Ask the administrator for a new code and apply again.</translation>
    </message>
    <message>
        <source>重新登记</source>
        <translation>Enrol again</translation>
    </message>
    <message>
        <source>第 2 步&#x3000;等待批准</source>
        <translation>Step 2: wait for approval</translation>
    </message>
    <message>
        <source>申请已在管理员那里</source>
        <translation>The request is with the administrator</translation>
    </message>
    <message>
        <source>管理员会打电话给您，请口述右侧指纹的最后 8 位。两边一致才会批准。
可以关闭窗口，24 小时内从这里继续。</source>
        <translation>The administrator will call you: read out the last 8 digits of the fingerprint. It is approved only if both sides match.
You may close the window and go on from here within 24 hours.</translation>
    </message>
    <message>
        <source>等待批准</source>
        <translation>Waiting for approval</translation>
    </message>
    <message>
        <source>您的身份验证器照旧可用，只等批准</source>
        <translation>Your authenticator still works; only the approval is missing</translation>
    </message>
    <message>
        <source>恢复码已保存，只等批准</source>
        <translation>Recovery codes are saved; only the approval is missing</translation>
    </message>
    <message>
        <source>不等了，先做第 3 步</source>
        <translation>Don&apos;t wait, do step 3 now</translation>
    </message>
    <message>
        <source>暂时问不到批准进度，申请仍在中枢。连上后会自动更新。</source>
        <translation>The progress can&apos;t be asked for right now; the request is still at the hub. It updates once connected.</translation>
    </message>
</context>
<context>
    <name>guardline::ui::ChannelTileView</name>
    <message>
        <source>持平</source>
        <translation>No change</translation>
    </message>
    <message>
        <source>↓ %1 点</source>
        <comment>percentage points</comment>
        <translation>↓ %1 pt</translation>
    </message>
    <message>
        <source>↑ %1 点</source>
        <comment>percentage points</comment>
        <translation>↑ %1 pt</translation>
    </message>
    <message>
        <source>最近 %1，%2</source>
        <comment>last value, time</comment>
        <translation>Last %1, %2</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>无数据</source>
        <translation>No data</translation>
    </message>
    <message>
        <source>离线</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>连接中</source>
        <translation>Connecting</translation>
    </message>
    <message>
        <source>空闲</source>
        <translation>Idle</translation>
    </message>
    <message>
        <source>样本少</source>
        <translation>Few samples</translation>
    </message>
    <message>
        <source>正常</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>重要</source>
        <translation>High</translation>
    </message>
    <message>
        <source>紧急</source>
        <translation>Urgent</translation>
    </message>
    <message>
        <source>% 送达</source>
        <comment>beside the tile&apos;s figure</comment>
        <translation>% delivered</translation>
    </message>
    <message>
        <source>积压 %1</source>
        <translation>Queue %1</translation>
    </message>
    <message>
        <source>P95 %1</source>
        <translation>P95 %1</translation>
    </message>
    <message>
        <source>近 24 小时没有发送</source>
        <translation>Nothing sent in 24 hours</translation>
    </message>
    <message>
        <source>未接入或未使用</source>
        <translation>Not connected or unused</translation>
    </message>
    <message>
        <source>近 5 分钟没有发送</source>
        <translation>Nothing sent in 5 minutes</translation>
    </message>
    <message>
        <source>是否仍在送达不可知</source>
        <translation>Delivery is not known</translation>
    </message>
    <message>
        <source>少于 30 条，不判断</source>
        <translation>Fewer than 30, not judged</translation>
    </message>
    <message>
        <source>低于告警线 95%</source>
        <translation>Below 95% alarm</translation>
    </message>
    <message>
        <source>低于提示线 97%</source>
        <translation>Below 97% advisory</translation>
    </message>
    <message>
        <source>低于 95%</source>
        <translation>Below 95%</translation>
    </message>
    <message>
        <source>低于 97%</source>
        <translation>Below 97%</translation>
    </message>
    <message>
        <source>不判断</source>
        <translation>Not judged</translation>
    </message>
</context>
<context>
    <name>guardline::ui::ChartView</name>
    <message>
        <source>%1 无数据</source>
        <translation>%1: no data</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1，低于%2</source>
        <translation>%1, below %2</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>%1 %2（%3/%4）</source>
        <translation>%1 %2 (%3/%4)</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <comment>time: values</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>guardline::ui::CodeStep</name>
    <message>
        <source>提交登记申请</source>
        <translation>Request enrolment</translation>
    </message>
    <message>
        <source>登记码由系统管理员给您，15 分钟内有效，只能用一次。其中含中枢地址和公钥，本机只会连接那个中枢。</source>
        <translation>An administrator gives you the enrolment code. It works once, within 15 minutes. It holds the hub&apos;s address and public key: this computer will connect to that hub only.</translation>
    </message>
    <message>
        <source>登记码</source>
        <translation>Enrolment code</translation>
    </message>
    <message>
        <source>在此粘贴登记码，空格、换行和连字符都可以保留</source>
        <translation>Paste the enrolment code here; blanks, line breaks and hyphens may stay</translation>
    </message>
    <message>
        <source>这台设备叫什么</source>
        <translation>Name of this device</translation>
    </message>
    <message>
        <source>设备名称</source>
        <translation>Device name</translation>
    </message>
    <message>
        <source>管理员批准时看到的就是这个名称，1 到 64 个字符。</source>
        <translation>The administrator sees this name when approving; 1 to 64 characters.</translation>
    </message>
    <message>
        <source>用途</source>
        <translation>Use</translation>
    </message>
    <message>
        <source>专用，只有我使用</source>
        <translation>Dedicated, only I use it</translation>
    </message>
    <message>
        <source>共用，多人轮流使用</source>
        <translation>Shared, several people use it</translation>
    </message>
    <message>
        <source>登记码只含字母和数字，按四个一组显示。</source>
        <translation>The code has only letters and digits, shown in groups of four.</translation>
    </message>
    <message>
        <source>登记码完整，将连接 %1，并核对它的公钥。</source>
        <translation>The code is complete: will connect to %1 and check its public key.</translation>
    </message>
    <message>
        <source>共用机不记住账号，退出后不留个人设置。</source>
        <translation>A shared computer remembers no account and keeps no personal settings.</translation>
    </message>
    <message>
        <source>专用机会记住上次登录的账号，密码从不保存。</source>
        <translation>A dedicated computer remembers the last account; passwords are never kept.</translation>
    </message>
    <message>
        <source>正在提交…</source>
        <translation>Sending…</translation>
    </message>
    <message>
        <source>提交申请，进入第 1 步</source>
        <translation>Send and go to step 1</translation>
    </message>
    <message>
        <source>正在生成本机密钥，并连接中枢</source>
        <translation>Making this computer&apos;s key and connecting to the hub</translation>
    </message>
    <message>
        <source>还差一个完整的登记码</source>
        <translation>A complete enrolment code is missing</translation>
    </message>
    <message>
        <source>还差设备名称</source>
        <translation>A device name is missing</translation>
    </message>
</context>
<context>
    <name>guardline::ui::ConflictCard</name>
    <message>
        <source>本机</source>
        <translation>This computer</translation>
    </message>
    <message>
        <source>中枢</source>
        <translation>The hub</translation>
    </message>
    <message>
        <source>按现状再提交</source>
        <translation>Send again as it stands</translation>
    </message>
    <message>
        <source>以中枢为准</source>
        <translation>Keep the hub&apos;s</translation>
    </message>
    <message>
        <source>冲突：%1</source>
        <translation>Conflict: %1</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <comment>side of a conflict, what it says</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>guardline::ui::ConnectionPill</name>
    <message>
        <source>最近事件</source>
        <translation>Last event</translation>
    </message>
    <message>
        <source>事件序号</source>
        <translation>Sequence</translation>
    </message>
    <message>
        <source>往返延迟</source>
        <translation>Round trip</translation>
    </message>
    <message>
        <source>立即重试</source>
        <translation>Retry now</translation>
    </message>
    <message>
        <source>连接详情</source>
        <translation>Connection details</translation>
    </message>
    <message>
        <source>在线</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>延迟 %1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>正在连接</source>
        <translation>Connecting</translation>
    </message>
    <message>
        <source>重连中</source>
        <translation>Reconnecting</translation>
    </message>
    <message>
        <source>第 %1 次，%2 后</source>
        <translation>try %1 in %2</translation>
    </message>
    <message>
        <source>第 %1 次</source>
        <translation>try %1</translation>
    </message>
    <message>
        <source>离线</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>%1 后重试</source>
        <translation>retry in %1</translation>
    </message>
    <message>
        <source>连接：%1 %2</source>
        <translation>Connection: %1 %2</translation>
    </message>
    <message>
        <source>与中枢连接正常</source>
        <translation>Connected to the hub</translation>
    </message>
    <message>
        <source>正在连接中枢</source>
        <translation>Connecting to the hub</translation>
    </message>
    <message>
        <source>%1 毫秒</source>
        <translation>%1 ms</translation>
    </message>
</context>
<context>
    <name>guardline::ui::DevicePanel</name>
    <message>
        <source>这台设备</source>
        <translation>This device</translation>
    </message>
    <message>
        <source>设备密钥指纹</source>
        <translation>Device key fingerprint</translation>
    </message>
    <message>
        <source>名称</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>用途</source>
        <translation>Use</translation>
    </message>
    <message>
        <source>系统</source>
        <translation>System</translation>
    </message>
    <message>
        <source>复制</source>
        <translation>Copy</translation>
    </message>
    <message>
        <source>复制设备密钥指纹</source>
        <translation>Copy the device key fingerprint</translation>
    </message>
    <message>
        <source>申请已提交</source>
        <translation>Request sent</translation>
    </message>
    <message>
        <source>提交申请</source>
        <translation>Send the request</translation>
    </message>
    <message>
        <source>管理员已查看</source>
        <translation>Seen by an administrator</translation>
    </message>
    <message>
        <source>管理员查看</source>
        <translation>Administrator looks at it</translation>
    </message>
    <message>
        <source>已批准</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>没有批准</source>
        <translation>Not approved</translation>
    </message>
    <message>
        <source>已过期</source>
        <translation>Expired</translation>
    </message>
    <message>
        <source>等待批准&#x3000;已等 %1</source>
        <translation>Waiting for approval, %1</translation>
    </message>
    <message>
        <source>等待批准</source>
        <translation>Waiting for approval</translation>
    </message>
    <message>
        <source>已启用，可以登录</source>
        <translation>Enabled, ready to sign in</translation>
    </message>
    <message>
        <source>启用，可以登录</source>
        <translation>Enable, ready to sign in</translation>
    </message>
    <message>
        <source>设备批准</source>
        <translation>Device approval</translation>
    </message>
    <message>
        <source>未批准</source>
        <translation>Not approved</translation>
    </message>
    <message>
        <source>可以继续登记，也可以关闭窗口。批准由管理员在中枢完成，这里会自动更新。</source>
        <translation>You may go on, or close the window. An administrator approves at the hub; this updates by itself.</translation>
    </message>
    <message>
        <source>共用</source>
        <translation>Shared</translation>
    </message>
    <message>
        <source>专用</source>
        <translation>Dedicated</translation>
    </message>
    <message>
        <source>提交申请时在本机生成</source>
        <translation>Made here when the request is sent</translation>
    </message>
    <message>
        <source>指纹最后 8 位</source>
        <translation>Last 8 digits of the fingerprint</translation>
    </message>
    <message>
        <source>以上是指纹的最后 8 位，管理员批准前会请您口述。两边不一致时请停止，并联系安全值班。</source>
        <translation>These are the last 8 digits; the administrator asks you to read them out. If the sides differ, stop and call security.</translation>
    </message>
    <message>
        <source>私钥不离开本机，中枢只得到公钥。</source>
        <translation>The private key never leaves this computer; the hub gets the public key only.</translation>
    </message>
</context>
<context>
    <name>guardline::ui::EnrolPage</name>
    <message>
        <source>设备登记</source>
        <translation>Device enrolment</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>Next step</translation>
    </message>
    <message>
        <source>退出，稍后继续</source>
        <translation>Leave, go on later</translation>
    </message>
    <message>
        <source>%1 · %2 %3</source>
        <translation>%1 · %2 %3</translation>
    </message>
    <message>
        <source>去登录</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>返回登录</source>
        <translation>Back to sign-in</translation>
    </message>
</context>
<context>
    <name>guardline::ui::EntryPanel</name>
    <message>
        <source>操作</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>每一步都写入审计</source>
        <translation>every step is audited</translation>
    </message>
    <message>
        <source>电话记录</source>
        <translation>Call log</translation>
    </message>
    <message>
        <source>填电话记录</source>
        <translation>Log a call</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>写备注</source>
        <translation>Write note</translation>
    </message>
    <message>
        <source>方向</source>
        <translation>Direction</translation>
    </message>
    <message>
        <source>结果</source>
        <translation>Outcome</translation>
    </message>
    <message>
        <source>时长</source>
        <translation>Length</translation>
    </message>
    <message>
        <source>通话分钟数</source>
        <translation>Minutes of the call</translation>
    </message>
    <message>
        <source> 分钟</source>
        <comment>after a number</comment>
        <translation> min</translation>
    </message>
    <message>
        <source>收起</source>
        <translation>Fold</translation>
    </message>
    <message>
        <source>收起，内容保留</source>
        <translation>Fold; the words stay</translation>
    </message>
    <message>
        <source>您的角色只能查看通信历史。如需记录，请联系值班坐席或主管。</source>
        <translation>Your role can only read the history. To have something recorded, please ask the agent or supervisor on duty.</translation>
    </message>
    <message>
        <source>未保存的内容太多，这一条切换后不会保留。请先保存。</source>
        <translation>Too much is unsaved; this one is not kept when you switch. Please save first.</translation>
    </message>
    <message numerus="yes">
        <source>超出 %n 个字，请缩短后再保存。</source>
        <translation>
            <numerusform>%n character too long; please shorten it, then save.</numerusform>
            <numerusform>%n characters too long; please shorten it, then save.</numerusform>
        </translation>
    </message>
    <message>
        <source>请先写下内容，再按 Ctrl+Enter 保存。</source>
        <translation>Please write something first, then press Ctrl+Enter to save.</translation>
    </message>
    <message>
        <source>电话记录已存在本机 %1，联网后写入。</source>
        <translation>The call is kept on this computer (%1) and written when the hub is back.</translation>
    </message>
    <message>
        <source>备注已存在本机 %1，联网后写入。</source>
        <translation>The note is kept on this computer (%1) and written when the hub is back.</translation>
    </message>
    <message>
        <source>电话记录已保存 %1。</source>
        <translation>Call saved %1.</translation>
    </message>
    <message>
        <source>备注已保存 %1。</source>
        <translation>Note saved %1.</translation>
    </message>
    <message>
        <source>通话小结</source>
        <translation>Call summary</translation>
    </message>
    <message>
        <source>说了什么、约定了什么</source>
        <translation>What was said and agreed</translation>
    </message>
    <message>
        <source>同事需要知道的事</source>
        <translation>What colleagues should know</translation>
    </message>
    <message>
        <source>保存电话记录</source>
        <translation>Save call</translation>
    </message>
    <message>
        <source>保存备注</source>
        <translation>Save note</translation>
    </message>
    <message>
        <source>正在保存</source>
        <translation>Being saved</translation>
    </message>
    <message>
        <source>先存在本机，联网后写入</source>
        <translation>Kept on this computer first, written when the hub is back</translation>
    </message>
    <message>
        <source>您的角色只能查看通信历史</source>
        <translation>Your role can only read the history</translation>
    </message>
    <message>
        <source>个人资料已按要求删除，不能再写入</source>
        <translation>Personal data were deleted on request; nothing can be written</translation>
    </message>
    <message>
        <source>有未保存的草稿</source>
        <translation>There is an unsaved draft</translation>
    </message>
    <message>
        <source>电话记录 · 草稿</source>
        <translation>Call log · draft</translation>
    </message>
    <message>
        <source>备注 · 草稿</source>
        <translation>Note · draft</translation>
    </message>
</context>
<context>
    <name>guardline::ui::FactorPill</name>
    <message>
        <source>二次验证</source>
        <translation>2nd factor</translation>
    </message>
    <message>
        <source>未验证</source>
        <translation>not verified</translation>
    </message>
    <message>
        <source>%1 继续</source>
        <translation>%1 go on</translation>
    </message>
    <message>
        <source>二次验证：%1</source>
        <translation>Second factor: %1</translation>
    </message>
    <message>
        <source>查看投资者前需要再次验证</source>
        <translation>Needed before looking at investors</translation>
    </message>
    <message>
        <source>再次验证，重新计时</source>
        <translation>Verify again to start the time anew</translation>
    </message>
</context>
<context>
    <name>guardline::ui::FailureList</name>
    <message>
        <source>%1 %2 条（%3）</source>
        <comment>reason, count, whose side</comment>
        <translation>%1: %2 (%3)</translation>
    </message>
    <message>
        <source>客户侧</source>
        <translation>Client side</translation>
    </message>
    <message>
        <source>通道侧</source>
        <translation>Channel side</translation>
    </message>
    <message>
        <source>没有数据</source>
        <translation>No data</translation>
    </message>
    <message>
        <source>；</source>
        <translation>; </translation>
    </message>
    <message>
        <source>仅客户侧计入失联评分</source>
        <translation>Only client side counts for Lost</translation>
    </message>
</context>
<context>
    <name>guardline::ui::FilterBar</name>
    <message>
        <source>全部</source>
        <translation>All</translation>
    </message>
    <message>
        <source>%1 条</source>
        <translation>%1 messages</translation>
    </message>
    <message>
        <source>%1，按 %2</source>
        <translation>%1, key %2</translation>
    </message>
    <message>
        <source>仅未送达</source>
        <translation>Undelivered only</translation>
    </message>
    <message>
        <source>%1，按 U</source>
        <translation>%1, key U</translation>
    </message>
    <message>
        <source>在记录中查找&#x3000;/</source>
        <translation>Find in records&#x3000;/</translation>
    </message>
    <message>
        <source>在记录中查找</source>
        <translation>Find in records</translation>
    </message>
    <message>
        <source>按 Enter 在标题和正文中查找，按 Esc 取消</source>
        <translation>Enter looks in titles and texts, Esc takes it back</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>查找&#x3000;/</source>
        <comment>in the history</comment>
        <translation>Find&#x3000;/</translation>
    </message>
</context>
<context>
    <name>guardline::ui::GlobalSearch</name>
    <message>
        <source>全局搜索</source>
        <translation>Global search</translation>
    </message>
    <message>
        <source>搜索</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>完整手机号、邮箱、流水号；A- 告警编号；&gt; 命令；? 快捷键</source>
        <translation>Whole phone number, e-mail or reference; A- alert number; &gt; command; ? keys</translation>
    </message>
    <message>
        <source>手机号、邮箱、流水号、A- 告警、&gt; 命令</source>
        <translation>Phone, e-mail, reference, A- alert, &gt; command</translation>
    </message>
    <message>
        <source>搜索结果</source>
        <translation>Results</translation>
    </message>
    <message>
        <source>Enter 打开&#x3000;·&#x3000;↓ 选择&#x3000;·&#x3000;Esc 关闭&#x3000;·&#x3000;输入的内容不会保存</source>
        <translation>Enter opens&#x3000;·&#x3000;↓ chooses&#x3000;·&#x3000;Esc closes&#x3000;·&#x3000;nothing typed is kept</translation>
    </message>
</context>
<context>
    <name>guardline::ui::HealthCard</name>
    <message>
        <source>渠道健康</source>
        <translation>Channel health</translation>
    </message>
    <message>
        <source>已送达 / 全部投递</source>
        <translation>delivered / all</translation>
    </message>
    <message>
        <source>客户侧连续失败 %1 次，最近：%2</source>
        <translation>%1 failures in a row on the client&apos;s side, last: %2</translation>
    </message>
</context>
<context>
    <name>guardline::ui::HubPanel</name>
    <message>
        <source>投资者多渠道触达与实时监控</source>
        <translation>Reach investors on every channel, watch it live</translation>
    </message>
    <message>
        <source>无法登录？请联系本营业部的系统管理员。</source>
        <translation>Can&apos;t sign in? Contact your branch&apos;s system administrator.</translation>
    </message>
    <message>
        <source>中枢与本机</source>
        <translation>Hub and this computer</translation>
    </message>
    <message>
        <source>在线</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>延迟 %1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>正在连接</source>
        <translation>Connecting</translation>
    </message>
    <message>
        <source>重连中</source>
        <translation>Reconnecting</translation>
    </message>
    <message>
        <source>第 %1 次</source>
        <translation>try %1</translation>
    </message>
    <message>
        <source>离线</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>中枢</source>
        <translation>Hub</translation>
    </message>
    <message>
        <source>%1，%2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>登记时由登记码确定</source>
        <translation>Set by the enrolment code</translation>
    </message>
    <message>
        <source>线路</source>
        <translation>Line</translation>
    </message>
    <message>
        <source>对方证书不是本中枢的，已中断</source>
        <translation>Not our hub&apos;s certificate: cut</translation>
    </message>
    <message>
        <source>双向证书已核对，%1</source>
        <translation>Both certificates checked, %1</translation>
    </message>
    <message>
        <source>中枢证书已核对，%1</source>
        <translation>Hub certificate checked, %1</translation>
    </message>
    <message>
        <source>尚未核对</source>
        <translation>Not checked yet</translation>
    </message>
    <message>
        <source>本机时间</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>连上中枢后核对</source>
        <translation>Checked once connected</translation>
    </message>
    <message>
        <source>相差 %1 秒，允许 15 秒</source>
        <translation>Off by %1 s, 15 s allowed</translation>
    </message>
    <message>
        <source>共用机</source>
        <translation>shared</translation>
    </message>
    <message>
        <source>专用机</source>
        <translation>dedicated</translation>
    </message>
    <message>
        <source>本机设备</source>
        <translation>Device</translation>
    </message>
    <message>
        <source>%1，%2，已绑定</source>
        <translation>%1, %2, bound</translation>
    </message>
    <message>
        <source>%1，%2，登记中</source>
        <translation>%1, %2, enrolling</translation>
    </message>
    <message>
        <source>%1，已停用</source>
        <translation>%1, disabled</translation>
    </message>
    <message>
        <source>尚未登记</source>
        <translation>Not enrolled yet</translation>
    </message>
</context>
<context>
    <name>guardline::ui::InvestorPage</name>
    <message>
        <source>手机号、邮箱、流水号</source>
        <translation>Phone, e-mail, reference</translation>
    </message>
    <message>
        <source>检索投资者</source>
        <translation>Search investors</translation>
    </message>
    <message>
        <source>完整手机号、邮箱或流水号；姓名须附手机尾号</source>
        <translation>A whole phone number, e-mail or reference; a name needs the last digits of the phone number</translation>
    </message>
    <message>
        <source>检索到的投资者</source>
        <translation>Investors found</translation>
    </message>
    <message>
        <source>本次登录已查看的投资者</source>
        <translation>Investors viewed in this session</translation>
    </message>
    <message>
        <source>仅按完整手机号、邮箱、流水号精确检索；姓名检索须附第二条件。</source>
        <translation>Exact search by whole phone number, e-mail or reference only; a name needs a second term.</translation>
    </message>
    <message>
        <source>重试</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>重新读取</source>
        <translation>Read again</translation>
    </message>
    <message>
        <source>投资者资料</source>
        <translation>Investor</translation>
    </message>
    <message>
        <source>筛选</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>通信历史</source>
        <translation>History</translation>
    </message>
    <message>
        <source>正在读取通信历史</source>
        <translation>Reading the history</translation>
    </message>
    <message>
        <source>再取 30 条</source>
        <translation>30 more</translation>
    </message>
    <message>
        <source>再取 30 条更早的记录</source>
        <translation>Read 30 earlier records</translation>
    </message>
    <message>
        <source>为什么</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>投资者</source>
        <translation>Investors</translation>
    </message>
    <message numerus="yes">
        <source>检索结果 %n 位</source>
        <translation>
            <numerusform>%n found</numerusform>
            <numerusform>%n found</numerusform>
        </translation>
    </message>
    <message>
        <source>只看一个渠道</source>
        <translation>One channel only</translation>
    </message>
    <message>
        <source>仅未送达</source>
        <translation>Undelivered only</translation>
    </message>
    <message>
        <source>检索投资者前请再次验证</source>
        <translation>Verify again before searching investors</translation>
    </message>
    <message>
        <source>打开通信历史前请再次验证</source>
        <translation>Verify again before opening the history</translation>
    </message>
    <message>
        <source>检索结果，已遮蔽</source>
        <translation>Search results, masked</translation>
    </message>
    <message>
        <source>短信、邮件、推送、公告、会话、电话的全部记录，已遮蔽</source>
        <translation>All records of SMS, e-mail, push, web, chat and phone, masked</translation>
    </message>
    <message numerus="yes">
        <source>%n 位以上，请加检索词</source>
        <translation>
            <numerusform>More than %n, add a term</numerusform>
            <numerusform>More than %n, add a term</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n 位投资者</source>
        <translation>
            <numerusform>%n investor</numerusform>
            <numerusform>%n investors</numerusform>
        </translation>
    </message>
    <message>
        <source>您的角色不能查看通信历史</source>
        <translation>Your role may not see histories</translation>
    </message>
    <message>
        <source>需要再次验证</source>
        <translation>Verify again</translation>
    </message>
    <message>
        <source>没有查到结果，因为请求没有完成</source>
        <translation>No result: the request did not complete</translation>
    </message>
    <message>
        <source>验证</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>没有找到，可能已更换号码</source>
        <translation>Nobody found; the number may have changed</translation>
    </message>
    <message>
        <source>检索 %1 没有结果。只按完整内容精确检索。
可改用邮箱、流水号，或姓名 + 手机尾号。</source>
        <translation>%1 finds nobody. Only whole terms are searched.
Try e-mail, reference, or name + last digits of the phone.</translation>
    </message>
    <message>
        <source>从左侧选择一位投资者</source>
        <translation>Choose an investor at the left</translation>
    </message>
    <message>
        <source>用 ↓ 选择，按 Enter 打开。每次打开都写入审计。</source>
        <translation>Choose with ↓, open with Enter. Each look is recorded.</translation>
    </message>
    <message>
        <source>输入完整手机号、邮箱或流水号</source>
        <translation>Enter a whole phone number, e-mail or reference</translation>
    </message>
    <message>
        <source>通信历史没有取到</source>
        <translation>The history was not read</translation>
    </message>
    <message>
        <source>空白不代表没有发过。</source>
        <translation>Empty does not mean nothing was sent.</translation>
    </message>
    <message>
        <source>没有符合筛选的记录</source>
        <translation>No records fit the filter</translation>
    </message>
    <message>
        <source>还没有给这位投资者发过通知</source>
        <translation>Nothing was sent to this investor yet</translation>
    </message>
    <message>
        <source>按 U 或再按一次渠道数字取消筛选。</source>
        <translation>Press U or the channel&apos;s digit again to clear it.</translation>
    </message>
    <message>
        <source>发送后，每个渠道的回执会显示在这里。</source>
        <translation>Receipts of every channel will stand here.</translation>
    </message>
    <message>
        <source>正在读取更早的记录…</source>
        <translation>Reading earlier records…</translation>
    </message>
    <message>
        <source>已显示 %1 / %2 条，更早记录按需读取并写入审计</source>
        <translation>%1 of %2 shown; earlier ones are read on demand and recorded</translation>
    </message>
    <message>
        <source>已显示 %1 条，更早记录按需读取并写入审计</source>
        <translation>%1 shown; earlier ones are read on demand and recorded</translation>
    </message>
    <message>
        <source>已显示全部 %1 条</source>
        <translation>All %1 shown</translation>
    </message>
    <message>
        <source>%1 下面是 %2 的画面，状态可能已变化，不再更新。</source>
        <translation>%1 Shown as of %2; states may have changed.</translation>
    </message>
    <message>
        <source>%1 只能查到本机副本里打开过的投资者。</source>
        <translation>%1 Only people opened before are found, in the local copy.</translation>
    </message>
    <message>
        <source>手机号 11 位&#x3000;·&#x3000;完整邮箱&#x3000;·&#x3000;投递或通道流水号
姓名 + 手机尾号 4 位，中间空一格</source>
        <translation>phone number, 11 digits  ·  whole e-mail  ·  delivery or carrier reference
name + last 4 digits of the phone, a blank between</translation>
    </message>
    <message>
        <source>列出本机副本里的人</source>
        <translation>List who is in the local copy</translation>
    </message>
    <message>
        <source>只能查到本机加密副本里的人</source>
        <translation>only people in the local copy can be found</translation>
    </message>
    <message>
        <source>本机加密副本，截至 %1</source>
        <translation>encrypted local copy, as of %1</translation>
    </message>
    <message>
        <source>截至 %1，状态可能已变化</source>
        <translation>as of %1, may have changed</translation>
    </message>
    <message>
        <source>其他投资者须联网并二次验证后查询。</source>
        <translation>Other investors need the hub and a second factor.</translation>
    </message>
    <message>
        <source>本机副本里还没有人</source>
        <translation>The local copy has nobody yet</translation>
    </message>
    <message>
        <source>本机副本里没有这位投资者</source>
        <translation>This investor is not in the local copy</translation>
    </message>
    <message>
        <source>副本只有在本机打开过的人。其他投资者须联网后查询。</source>
        <translation>The copy has only people opened on this computer. Others need the hub.</translation>
    </message>
    <message>
        <source>本机保存 %1 / %2 条，更早记录须联网读取</source>
        <translation>%1 of %2 kept here; older ones need the hub</translation>
    </message>
    <message>
        <source>本机保存 %1 条，更早记录须联网读取</source>
        <translation>%1 kept here; older ones need the hub</translation>
    </message>
    <message>
        <source>本次登录已查看&#x3000;[ 上一位&#x3000;] 下一位</source>
        <translation>Seen since sign-in&#x3000;[ back&#x3000;] next</translation>
    </message>
    <message>
        <source>操作</source>
        <translation>Actions</translation>
    </message>
    <message>
        <source>在记录中查找；没有打开投资者时到检索框</source>
        <translation>Find in records; without an open investor: the search</translation>
    </message>
    <message>
        <source>为什么、全文</source>
        <translation>Why, full text</translation>
    </message>
    <message>
        <source>写备注</source>
        <translation>Write note</translation>
    </message>
    <message>
        <source>电话记录</source>
        <translation>Call log</translation>
    </message>
    <message>
        <source>保存备注或电话记录</source>
        <translation>Save the note or call</translation>
    </message>
    <message>
        <source>看过的上一位</source>
        <translation>Previous person looked at</translation>
    </message>
    <message>
        <source>看过的下一位</source>
        <translation>Next person looked at</translation>
    </message>
    <message>
        <source>关闭「为什么」，或不再等待</source>
        <translation>Close &quot;why&quot;, or stop waiting</translation>
    </message>
    <message>
        <source>没有找到「%1」。只查标题和正文，遮蔽的内容查不到。按 / 改词，Esc 取消。</source>
        <translation>Nothing has &quot;%1&quot;. Only titles and texts are searched, and what is masked is not found. Press / for other words, Esc to stop.</translation>
    </message>
    <message>
        <source>关注的在前，其余最近打开的在前；每一位都写入审计</source>
        <translation>Followed first, then last opened first; each one is written to the audit log</translation>
    </message>
    <message>
        <source>关注，或取消关注</source>
        <translation>Follow, or stop following</translation>
    </message>
    <message>
        <source>撤销刚才的关注或取消</source>
        <translation>Take back the last follow or stop</translation>
    </message>
</context>
<context>
    <name>guardline::ui::KpiPage</name>
    <message>
        <source>重新统计</source>
        <translation>Count again</translation>
    </message>
    <message>
        <source>您的角色不能查看看板</source>
        <translation>Your role can&apos;t see the figures</translation>
    </message>
    <message>
        <source>看板由主管、风控和合规查看。如因工作需要，请联系值班主管。</source>
        <translation>Figures are for supervisors, risk and compliance. If your work needs them, ask the supervisor on duty.</translation>
    </message>
    <message>
        <source>导出报表</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>导出报表，CSV 文件</source>
        <translation>Export the report as a CSV file</translation>
    </message>
    <message>
        <source>指标</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>同一数据的表格</source>
        <translation>The same as a table</translation>
    </message>
    <message>
        <source>供读屏与复制，Ctrl+C 复制所选</source>
        <translation>For screen readers; Ctrl+C copies the chosen rows</translation>
    </message>
    <message>
        <source>所选指标的数据表</source>
        <translation>Table of the chosen figure</translation>
    </message>
    <message>
        <source>未送达原因</source>
        <translation>Why not delivered</translation>
    </message>
    <message>
        <source>条，全部渠道</source>
        <translation>deliveries, all channels</translation>
    </message>
    <message>
        <source>看板</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>正在统计</source>
        <translation>Counting</translation>
    </message>
    <message>
        <source>触达与打开，统计截至 %1</source>
        <translation>Reach and opens, counted at %1</translation>
    </message>
    <message>
        <source>图与数据表切换</source>
        <translation>Between chart and table</translation>
    </message>
    <message>
        <source>不再等待</source>
        <translation>Stop waiting</translation>
    </message>
    <message>
        <source>分渠道%1</source>
        <comment>title of a figure</comment>
        <translation>%1 by channel</translation>
    </message>
    <message>
        <source>%1，分渠道走势图</source>
        <translation>%1, chart by channel</translation>
    </message>
    <message>
        <source>另有过期 %1，结果不明 %2，按规则不发 %3</source>
        <translation>Also: expired %1, unknown %2, not sent by rule %3</translation>
    </message>
    <message>
        <source>对比上一周期 %1（细线）</source>
        <translation>Thin lines: %1</translation>
    </message>
    <message>
        <source>有了统计结果才能导出</source>
        <translation>Can be exported once it has been counted</translation>
    </message>
    <message>
        <source>与中枢断开。这是 %1 的统计，只可查看。联网后按 F5 重新统计。</source>
        <translation>Disconnected from the hub. These are the figures of %1, to read only. Press F5 to count again once connected.</translation>
    </message>
    <message>
        <source>与中枢断开，还没有这一区间的统计。联网后按 F5 重新统计。</source>
        <translation>Disconnected from the hub; there are no figures of this period yet. Press F5 to count once connected.</translation>
    </message>
    <message>
        <source>已停止等待</source>
        <translation>waiting was stopped</translation>
    </message>
    <message>
        <source>没有取到新的统计（%1）。下面仍是 %2 的结果。请按 F5 重新统计。</source>
        <translation>No new figures came (%1). Below are still those of %2. Press F5 to count again.</translation>
    </message>
    <message>
        <source>没有取到统计（%1）。公式不变，数值暂不能给出。请按 F5 重新统计。</source>
        <translation>No figures came (%1). The formulas stand, their values can&apos;t be given. Press F5 to count again.</translation>
    </message>
    <message>
        <source>无法计算</source>
        <translation>Can&apos;t tell</translation>
    </message>
    <message>
        <source>没有取到这一区间的统计</source>
        <translation>No figures of this period came</translation>
    </message>
    <message>
        <source>该区间无数据</source>
        <translation>No data in this period</translation>
    </message>
    <message>
        <source>CSV 表格 (*.csv)</source>
        <translation>CSV table (*.csv)</translation>
    </message>
    <message>
        <source>报表没有保存：%1 不能写入。请换一个位置再导出，统计结果仍在。</source>
        <translation>The report was not saved: %1 can&apos;t be written. Choose another place; the figures are still here.</translation>
    </message>
    <message>
        <source>所选点背后的人</source>
        <translation>The people behind a point</translation>
    </message>
</context>
<context>
    <name>guardline::ui::Legend</name>
    <message>
        <source>图例：%1</source>
        <translation>Legend: %1</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>guardline::ui::LoadBars</name>
    <message numerus="yes">
        <source>%1 起 %n 条</source>
        <comment>begin of ten minutes, count</comment>
        <translation>
            <numerusform>%n from %1</numerusform>
            <numerusform>%n from %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 起至少 %n 条</source>
        <comment>begin of ten minutes, least count</comment>
        <translation>
            <numerusform>at least %n from %1</numerusform>
            <numerusform>at least %n from %1</numerusform>
        </translation>
    </message>
    <message>
        <source>，</source>
        <comment>between counts</comment>
        <translation>, </translation>
    </message>
</context>
<context>
    <name>guardline::ui::LoadStrip</name>
    <message>
        <source>我的负荷</source>
        <translation>My load</translation>
    </message>
    <message>
        <source>条 / 10 分钟；点线 1 为平稳，虚线 10 以上为洪泛</source>
        <translation>per 10 min; dotted: steady, dashed: flood above 10</translation>
    </message>
    <message>
        <source>每 10 分钟的告警条数</source>
        <translation>Alerts per 10 minutes</translation>
    </message>
    <message>
        <source>即将到期的搁置</source>
        <translation>Shelves ending</translation>
    </message>
    <message>
        <source>到期前 10 分钟提醒</source>
        <translation>told 10 min before</translation>
    </message>
    <message>
        <source>没有带期限的搁置</source>
        <translation>No shelf with an end</translation>
    </message>
    <message>
        <source>优先级构成</source>
        <translation>Priority mix</translation>
    </message>
    <message numerus="yes">
        <source>未了结 %n 条，刻度为目标 5/15/80</source>
        <translation>
            <numerusform>%n open; ticks: target 5/15/80</numerusform>
            <numerusform>%n open; ticks: target 5/15/80</numerusform>
        </translation>
    </message>
    <message>
        <source>一般与提示</source>
        <translation>Medium and low</translation>
    </message>
    <message>
        <source>%1，%2</source>
        <comment>count, share</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>打开 %1，%2</source>
        <comment>number, title</comment>
        <translation>Open %1, %2</translation>
    </message>
    <message>
        <source>剩 %1</source>
        <translation>%1 left</translation>
    </message>
</context>
<context>
    <name>guardline::ui::LookControls</name>
    <message>
        <source>跟随系统</source>
        <translation>Follow system</translation>
    </message>
    <message>
        <source>浅色</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>深色</source>
        <translation>Dark</translation>
    </message>
    <message>
        <source>语言</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>外观：%1</source>
        <translation>Look: %1</translation>
    </message>
</context>
<context>
    <name>guardline::ui::MainWindow</name>
    <message>
        <source>页面</source>
        <translation>Pages</translation>
    </message>
    <message>
        <source>Guardline 守护台 — %1</source>
        <translation>Guardline — %1</translation>
    </message>
    <message>
        <source>这张表</source>
        <translation>This sheet</translation>
    </message>
    <message>
        <source>关闭、退一层</source>
        <translation>Close, one level back</translation>
    </message>
    <message>
        <source>下一个、上一个控件</source>
        <translation>Next, previous control</translation>
    </message>
    <message>
        <source>立即锁定</source>
        <translation>Lock now</translation>
    </message>
    <message>
        <source>下一个、上一个区域</source>
        <translation>Next, previous pane</translation>
    </message>
    <message>
        <source>搜索</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>到「%1」</source>
        <translation>Go to %1</translation>
    </message>
    <message>
        <source>返回上一页</source>
        <translation>Back to the page before</translation>
    </message>
    <message>
        <source>立即重试、刷新</source>
        <translation>Retry or refresh now</translation>
    </message>
    <message>
        <source>我的登录和其他会话</source>
        <translation>My sign-in and other sessions</translation>
    </message>
    <message>
        <source>退出登录</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>浅色外观</source>
        <translation>Light look</translation>
    </message>
    <message>
        <source>深色外观</source>
        <translation>Dark look</translation>
    </message>
    <message>
        <source>外观跟随系统</source>
        <translation>Look of the system</translation>
    </message>
    <message>
        <source>当前页面</source>
        <translation>this page</translation>
    </message>
    <message>
        <source>全局</source>
        <translation>Everywhere</translation>
    </message>
    <message>
        <source>任何页面</source>
        <translation>any page</translation>
    </message>
</context>
<context>
    <name>guardline::ui::MonitorPage</name>
    <message>
        <source>自下而上，上一分钟 %1 条</source>
        <translation>From below; last minute: %1</translation>
    </message>
    <message>
        <source>已送达 ÷ 已受理</source>
        <translation>Delivered ÷ accepted</translation>
    </message>
    <message>
        <source>打开 ÷ 已送达</source>
        <translation>opens ÷ delivered</translation>
    </message>
    <message>
        <source>立即重试</source>
        <translation>Retry now</translation>
    </message>
    <message>
        <source>立即重试连接</source>
        <translation>Retry the connection now</translation>
    </message>
    <message>
        <source>时间范围</source>
        <translation>Time range</translation>
    </message>
    <message>
        <source>15 分钟</source>
        <translation>15 min</translation>
    </message>
    <message>
        <source>1 小时</source>
        <translation>1 hour</translation>
    </message>
    <message>
        <source>今日</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>空格</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>数据表</source>
        <translation>Data table</translation>
    </message>
    <message>
        <source>用数据表显示送达率</source>
        <translation>Show the delivery rate as a table</translation>
    </message>
    <message>
        <source>送达率</source>
        <translation>Delivery rate</translation>
    </message>
    <message>
        <source>送达率 = 已送达 ÷ 已受理（每 1 分钟；空心点不足 30 条，不判断）</source>
        <translation>Delivered ÷ accepted, per minute; hollow: fewer than 30, not judged</translation>
    </message>
    <message>
        <source>按受理的分钟计；迟到的回执改写当时那一分钟。回执大多未到的当前分钟暂不画出。</source>
        <translation>Counted by the minute of acceptance; a late receipt changes that minute. The present minute is not drawn while most receipts are out.</translation>
    </message>
    <message>
        <source>送达率图</source>
        <translation>Delivery rate chart</translation>
    </message>
    <message>
        <source>送达率数据表</source>
        <translation>Delivery rate table</translation>
    </message>
    <message>
        <source>可信打开率</source>
        <translation>Trusted open rate</translation>
    </message>
    <message>
        <source>去重可信打开 ÷ 已送达</source>
        <translation>unique opens ÷ delivered</translation>
    </message>
    <message>
        <source>可信打开率图</source>
        <translation>Trusted open rate chart</translation>
    </message>
    <message>
        <source>吞吐</source>
        <translation>Throughput</translation>
    </message>
    <message>
        <source>条/分，近 15 分钟</source>
        <translation>per min, last 15 min</translation>
    </message>
    <message>
        <source>每分钟交付条数</source>
        <translation>Messages handed over per minute</translation>
    </message>
    <message>
        <source>失败原因</source>
        <translation>Failure reasons</translation>
    </message>
    <message>
        <source>事件流</source>
        <translation>Events</translation>
    </message>
    <message>
        <source>抽样显示，每秒至多 20 条</source>
        <translation>sampled, at most 20 a second</translation>
    </message>
    <message>
        <source>实时监控</source>
        <translation>Live monitor</translation>
    </message>
    <message>
        <source>正在连接中枢</source>
        <translation>Connecting to the hub</translation>
    </message>
    <message>
        <source>卡片为近 5 分钟，实时刷新</source>
        <translation>Tiles: last 5 min, live</translation>
    </message>
    <message>
        <source>截至 %1</source>
        <translation>As of %1</translation>
    </message>
    <message>
        <source>没有查看权限</source>
        <translation>No permission</translation>
    </message>
    <message>
        <source>暂停或继续刷新</source>
        <translation>Pause or resume</translation>
    </message>
    <message>
        <source>图与数据表切换</source>
        <translation>Chart or table</translation>
    </message>
    <message>
        <source>近 15 分钟</source>
        <translation>last 15 min</translation>
    </message>
    <message>
        <source>近 1 小时</source>
        <translation>last hour</translation>
    </message>
    <message>
        <source>还没有渠道发送</source>
        <translation>No channel has sent yet</translation>
    </message>
    <message>
        <source>采集中断（E-4012）：%1 起没有新数据。是否仍在送达不可知，告警保留，不视为恢复。正在核对连接，也可按 F5 立即重试。</source>
        <translation>Collection stopped (E-4012): no new data since %1. Whether delivery goes on is not known; alarms stay and do not count as recovered. Checking the connection; F5 retries now.</translation>
    </message>
    <message>
        <source>与中枢断开。这是 %1 的画面，不再更新。正在自动重试，也可按 F5 立即重试。</source>
        <translation>Cut off from the hub. This is the picture of %1 and no longer updates. Retrying by itself; F5 retries now.</translation>
    </message>
    <message>
        <source>与中枢断开，还没有可显示的画面。正在自动重试，也可按 F5 立即重试。</source>
        <translation>Cut off from the hub, and there is no picture to show yet. Retrying by itself; F5 retries now.</translation>
    </message>
    <message>
        <source>您的角色不能查看实时监控</source>
        <translation>Your role may not see the live monitor</translation>
    </message>
    <message>
        <source>您可以查看渠道卡片</source>
        <translation>You may see the channel tiles</translation>
    </message>
    <message>
        <source>趋势、失败原因和事件流由主管、风控查看。如因工作需要，请联系值班主管。</source>
        <translation>Trends, failure reasons and events are for supervisors and risk. If your work needs them, ask the supervisor on duty.</translation>
    </message>
    <message>
        <source>继续刷新</source>
        <translation>Resume</translation>
    </message>
    <message>
        <source>暂停刷新</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>暂停刷新，数据仍在收集</source>
        <translation>Pause drawing; data is still collected</translation>
    </message>
    <message>
        <source>已暂停 %1，积压 %2</source>
        <translation>Paused %1, %2 waiting</translation>
    </message>
    <message>
        <source>改为今日</source>
        <translation>Show today</translation>
    </message>
    <message>
        <source>改为 1 小时</source>
        <translation>Show 1 hour</translation>
    </message>
    <message>
        <source>从数据表回到图，或放开选中的事件</source>
        <translation>From the table back to the chart, or let go of the event</translation>
    </message>
    <message>
        <source>范围与刷新</source>
        <translation>Range and refresh</translation>
    </message>
</context>
<context>
    <name>guardline::ui::NotificationCentre</name>
    <message numerus="yes">
        <source>通知，%n 条未读</source>
        <translation>
            <numerusform>Notifications, %n unread</numerusform>
            <numerusform>Notifications, %n unread</numerusform>
        </translation>
    </message>
    <message>
        <source>通知</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>通知（F8）</source>
        <translation>Notifications (F8)</translation>
    </message>
</context>
<context>
    <name>guardline::ui::NotificationDrawer</name>
    <message>
        <source>通知</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>通知中心</source>
        <translation>Notification centre</translation>
    </message>
    <message>
        <source>通知列表</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>没有通知</source>
        <translation>No notifications</translation>
    </message>
    <message>
        <source>新的告警会列在这里。只有紧急告警有声音，间隔至少 60 秒。</source>
        <translation>New alerts are listed here. Only urgent ones make a sound, at least 60 seconds apart.</translation>
    </message>
</context>
<context>
    <name>guardline::ui::OfflineCentre</name>
    <message>
        <source>立即重试</source>
        <translation>Retry now</translation>
    </message>
    <message>
        <source>离线·租约 %1</source>
        <translation>Offline · lease %1</translation>
    </message>
    <message>
        <source>离线</source>
        <translation>Offline</translation>
    </message>
    <message numerus="yes">
        <source>待同步 %n</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>冲突 %n</source>
        <translation>
            <numerusform>%n conflict</numerusform>
            <numerusform>%n conflicts</numerusform>
        </translation>
    </message>
    <message>
        <source>离线副本</source>
        <translation>Local copy</translation>
    </message>
    <message>
        <source>离线工作：%1 %2</source>
        <translation>Working offline: %1 %2</translation>
    </message>
    <message>
        <source>已离线</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>离线指南</source>
        <translation>Offline guide</translation>
    </message>
    <message>
        <source>离线指南：租约、待同步和离线时可以做什么</source>
        <translation>Offline guide: lease, queue and what can be done offline</translation>
    </message>
    <message>
        <source>租约、待同步和离线时可以做什么</source>
        <translation>Lease, queue and what can be done offline</translation>
    </message>
    <message>
        <source>租约到期</source>
        <translation>Lease over</translation>
    </message>
</context>
<context>
    <name>guardline::ui::OfflinePanel</name>
    <message>
        <source>离线工作</source>
        <translation>Working offline</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>重建副本</source>
        <translation>Rebuild copy</translation>
    </message>
    <message>
        <source>离线租约</source>
        <translation>Offline lease</translation>
    </message>
    <message>
        <source>冲突</source>
        <translation>Conflict</translation>
    </message>
    <message>
        <source>离线时可以做什么</source>
        <translation>What can be done offline</translation>
    </message>
    <message>
        <source>租约剩余（时:分）%1</source>
        <translation>Left of the lease (h:min) %1</translation>
    </message>
    <message>
        <source>剩 8 小时、1 小时各提醒。改系统时间不会延长。</source>
        <translation>You are told at 8 hours and at 1 hour. Changing the system&apos;s time does not lengthen it.</translation>
    </message>
    <message>
        <source>系统时间被调回过，租约未因此延长。</source>
        <translation>The system&apos;s time was set back; that did not lengthen the lease.</translation>
    </message>
    <message>
        <source>可以：%1</source>
        <translation>Can: %1</translation>
    </message>
    <message>
        <source>须联网：%1</source>
        <translation>Needs the hub: %1</translation>
    </message>
    <message>
        <source>待同步</source>
        <translation>Waiting</translation>
    </message>
    <message numerus="yes">
        <source>%n 项，按顺序提交，内容已加密</source>
        <translation>
            <numerusform>%n item, sent in order, sealed</numerusform>
            <numerusform>%n items, sent in order, sealed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>另有 %n 项属于本机的其他人，等他们登录后提交。</source>
        <translation>
            <numerusform>%n more item belongs to another person on this computer and waits for their sign-in.</numerusform>
            <numerusform>%n more items belong to other people on this computer and wait for their sign-in.</numerusform>
        </translation>
    </message>
    <message>
        <source>没有等待提交的操作。</source>
        <translation>Nothing waits to be sent.</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>改</source>
        <translation>Edit</translation>
    </message>
    <message>
        <source>撤回</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>保存修改</source>
        <translation>Save changes</translation>
    </message>
    <message>
        <source>时:分</source>
        <translation>h:min</translation>
    </message>
    <message>
        <source>关闭离线工作</source>
        <translation>Close working offline</translation>
    </message>
    <message>
        <source>逐项选择</source>
        <translation>choose for each</translation>
    </message>
    <message>
        <source>正在提交，不能再改</source>
        <translation>Being sent, can no longer be changed</translation>
    </message>
    <message>
        <source>改后的说明</source>
        <translation>Changed note</translation>
    </message>
    <message>
        <source>说明不能为空，最多 %1 字</source>
        <translation>The note must not be empty; at most %1 characters</translation>
    </message>
    <message>
        <source>列出</source>
        <translation>List</translation>
    </message>
    <message>
        <source>列出副本里的投资者</source>
        <translation>List the investors in the local copy</translation>
    </message>
    <message>
        <source>关注的在前；每一位都写入审计</source>
        <translation>Followed first; each one is written to the audit log</translation>
    </message>
    <message>
        <source>副本有 %1 位投资者，其中关注 %2 位。</source>
        <translation>The copy holds %1 investors, %2 of them followed.</translation>
    </message>
</context>
<context>
    <name>guardline::ui::PasswordField</name>
    <message>
        <source>隐藏密码</source>
        <translation>Hide password</translation>
    </message>
    <message>
        <source>显示密码</source>
        <translation>Show password</translation>
    </message>
</context>
<context>
    <name>guardline::ui::PeopleDrawer</name>
    <message>
        <source>所选点背后的人</source>
        <translation>The people behind this point</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>关闭名单</source>
        <translation>Close the list</translation>
    </message>
    <message>
        <source>名单范围</source>
        <translation>Which people</translation>
    </message>
    <message>
        <source>名单，已脱敏</source>
        <translation>The list, masked</translation>
    </message>
    <message>
        <source>打开投资者</source>
        <translation>Open investor</translation>
    </message>
    <message>
        <source>打开所选投资者的通信历史</source>
        <translation>Open the history of the chosen investor</translation>
    </message>
    <message>
        <source>再取 30 人</source>
        <translation>30 more</translation>
    </message>
    <message>
        <source>再取 30 人，写入审计</source>
        <translation>Get 30 more people; written to the audit</translation>
    </message>
    <message>
        <source>重试</source>
        <translation>Retry</translation>
    </message>
    <message>
        <source>重新读取名单</source>
        <translation>Read the list again</translation>
    </message>
    <message>
        <source>打开名单前请再次验证</source>
        <translation>Verify again before opening the list</translation>
    </message>
    <message>
        <source>所选点背后的人和投递经过，已遮蔽</source>
        <translation>The people behind the point and what became of their messages, masked</translation>
    </message>
    <message>
        <source>验证</source>
        <translation>Verify</translation>
    </message>
    <message>
        <source>需要再次验证</source>
        <translation>Verify again</translation>
    </message>
    <message>
        <source>名单没有取到</source>
        <translation>The list did not come</translation>
    </message>
    <message>
        <source>这一点没有%1的人</source>
        <comment>side of a figure</comment>
        <translation>Nobody here: %1</translation>
    </message>
    <message>
        <source>其他范围的人数写在上面，可直接切换。</source>
        <translation>How many the others are stands above; choose one to see them.</translation>
    </message>
    <message>
        <source>正在读取名单，写入审计后显示</source>
        <translation>Reading the list; it is shown once the audit has it</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>side, people</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>已显示 %1 人，按权限脱敏。打开个人历史会另写入审计。</source>
        <translation>%1 people shown, masked. Opening a history is written to the audit as well.</translation>
    </message>
</context>
<context>
    <name>guardline::ui::PeriodBar</name>
    <message>
        <source>统计区间</source>
        <translation>Period</translation>
    </message>
    <message>
        <source>至</source>
        <comment>between two days</comment>
        <translation>to</translation>
    </message>
    <message>
        <source>统计</source>
        <translation>Count</translation>
    </message>
    <message>
        <source>统计所选的日期</source>
        <translation>Count the chosen days</translation>
    </message>
    <message>
        <source>首日，例如 2026-11-16</source>
        <translation>First day, for example 2026-11-16</translation>
    </message>
    <message>
        <source>末日，例如 2026-11-22</source>
        <translation>Last day, for example 2026-11-22</translation>
    </message>
    <message>
        <source>年-月-日</source>
        <translation>yyyy-mm-dd</translation>
    </message>
    <message>
        <source>首日不是日期，请按 2026-11-16 填写</source>
        <translation>The first day is no date; write 2026-11-16</translation>
    </message>
    <message>
        <source>末日不是日期，请按 2026-11-22 填写</source>
        <translation>The last day is no date; write 2026-11-22</translation>
    </message>
    <message>
        <source>末日早于首日</source>
        <translation>The last day is before the first</translation>
    </message>
    <message>
        <source>末日在今天之后</source>
        <translation>The last day is after today</translation>
    </message>
    <message>
        <source>一次至多统计 92 天</source>
        <translation>92 days at most</translation>
    </message>
    <message>
        <source>区间与日期</source>
        <translation>Period and days</translation>
    </message>
</context>
<context>
    <name>guardline::ui::PersonCard</name>
    <message>
        <source>编号</source>
        <translation>Number</translation>
    </message>
    <message>
        <source>客户偏好</source>
        <translation>Preferences</translation>
    </message>
    <message>
        <source>姓名</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>手机</source>
        <translation>Phone</translation>
    </message>
    <message>
        <source>邮箱</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>（资料已删除）</source>
        <translation>(data erased)</translation>
    </message>
    <message>
        <source>未登记</source>
        <translation>None on file</translation>
    </message>
    <message>
        <source>显示%1 30 秒，写入审计</source>
        <translation>Show %1 for 30 seconds, recorded</translation>
    </message>
    <message>
        <source>隐藏%1</source>
        <translation>Hide %1</translation>
    </message>
    <message>
        <source>复制%1，30 秒后从剪贴板清除</source>
        <translation>Copy %1; the clipboard is cleared after 30 seconds</translation>
    </message>
    <message>
        <source>%1 秒后隐藏</source>
        <translation>Hidden in %1 s</translation>
    </message>
    <message>
        <source>只按客户侧失败判断；通道故障和未发送不计入。</source>
        <translation>Judged by failures on the client&apos;s side only; carrier faults and skipped messages do not count.</translation>
    </message>
    <message>
        <source>个人资料已按要求删除</source>
        <translation>Personal data erased on request</translation>
    </message>
    <message>
        <source>已退订%1</source>
        <translation>Opted out of %1</translation>
    </message>
    <message>
        <source>接受营销</source>
        <translation>marketing accepted</translation>
    </message>
    <message>
        <source>不接受营销</source>
        <translation>no marketing</translation>
    </message>
    <message>
        <source>，</source>
        <comment>between preferences</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>显示完整%1须联网</source>
        <translation>Showing the full %1 needs the hub</translation>
    </message>
    <message>
        <source>本机没有可写的副本，不能关注</source>
        <translation>No local copy to write to, so nobody can be followed</translation>
    </message>
    <message numerus="yes">
        <source>已关注 %n 位，请先取消一位</source>
        <translation>
            <numerusform>%n person is followed already; stop following one first</numerusform>
            <numerusform>%n people are followed already; stop following one first</numerusform>
        </translation>
    </message>
    <message>
        <source>没有写入本机副本，请检查磁盘后再按</source>
        <translation>Not written to the local copy; check the disk and press again</translation>
    </message>
    <message>
        <source>打开通信历史后才能关注</source>
        <translation>Can be followed once the history is open</translation>
    </message>
    <message>
        <source>已关注</source>
        <translation>Following</translation>
    </message>
    <message>
        <source>关注</source>
        <translation>Follow</translation>
    </message>
    <message>
        <source>关注这位投资者</source>
        <translation>Follow this investor</translation>
    </message>
    <message>
        <source>留在本机副本里，离线时也能查到。再按一次取消：7 天没有打开就清除</source>
        <translation>Stays in the local copy and can be read offline. Press again to stop: it goes 7 days after the last opening</translation>
    </message>
    <message>
        <source>留在本机副本里，离线时也能查到；否则 7 天没有打开就清除。只存本机，内容以最后一次打开为准</source>
        <translation>Stays in the local copy and can be read offline; otherwise it goes 7 days after the last opening. Kept on this computer only, as of the last opening</translation>
    </message>
    <message>
        <source>撤销</source>
        <translation>Undo</translation>
    </message>
    <message>
        <source>撤销关注 %1</source>
        <translation>Undo following %1</translation>
    </message>
    <message>
        <source>撤销取消关注 %1</source>
        <translation>Follow %1 again</translation>
    </message>
</context>
<context>
    <name>guardline::ui::PersonPanel</name>
    <message>
        <source>我的登录</source>
        <translation>My sign-in</translation>
    </message>
    <message>
        <source>已登录的设备</source>
        <translation>Signed in on</translation>
    </message>
    <message>
        <source>重试</source>
        <translation>Retry</translation>
    </message>
    <message>
        <source>重新读取已登录的设备</source>
        <translation>Read again where you are signed in</translation>
    </message>
    <message>
        <source>立即锁定</source>
        <translation>Lock now</translation>
    </message>
    <message>
        <source>退出登录</source>
        <translation>Sign out</translation>
    </message>
    <message>
        <source>已结束 %1 上的会话，那里的画面已关闭。</source>
        <translation>The session on %1 is over; its screen is closed.</translation>
    </message>
    <message>
        <source>%1 上的会话此前已经结束。</source>
        <translation>The session on %1 had ended before.</translation>
    </message>
    <message>
        <source>%1&#x3000;账号 %2</source>
        <comment>role, account</comment>
        <translation>%1&#x3000;account %2</translation>
    </message>
    <message>
        <source>与中枢断开，看不到其他设备上的会话。联网后自动重新读取。</source>
        <translation>Not connected to the hub: sessions on other devices cannot be seen. They are read again once it is back.</translation>
    </message>
    <message>
        <source>没有其他会话。</source>
        <translation>No other sessions.</translation>
    </message>
    <message>
        <source>正在读取已登录的设备…</source>
        <translation>Reading where you are signed in…</translation>
    </message>
    <message>
        <source>%1（共用）</source>
        <translation>%1 (shared)</translation>
    </message>
    <message>
        <source>登录 %1，最近 %2</source>
        <comment>day and time, day and time</comment>
        <translation>Signed in %1, last seen %2</translation>
    </message>
    <message>
        <source>%1，网络 %2</source>
        <comment>when, network</comment>
        <translation>%1, network %2</translation>
    </message>
    <message>
        <source>本会话</source>
        <translation>This one</translation>
    </message>
    <message>
        <source>结束该会话</source>
        <translation>End session</translation>
    </message>
    <message>
        <source>结束 %1 上的会话</source>
        <translation>End the session on %1</translation>
    </message>
    <message>
        <source>上一步正在提交</source>
        <translation>The step before is being sent</translation>
    </message>
</context>
<context>
    <name>guardline::ui::ProgressPanel</name>
    <message>
        <source>%1，已完成</source>
        <translation>%1, done</translation>
    </message>
    <message>
        <source>登记进度</source>
        <translation>Progress</translation>
    </message>
    <message>
        <source>为什么要登记</source>
        <translation>Why enrol</translation>
    </message>
    <message>
        <source>共约 4 分钟，可中断，24 小时内从这里继续</source>
        <translation>About 4 minutes; may be left and resumed within 24 hours</translation>
    </message>
    <message>
        <source>绑定身份验证器</source>
        <translation>Bind an authenticator</translation>
    </message>
    <message>
        <source>扫码或手工输入，再输入一次动态码</source>
        <translation>Scan or type in, then enter one code</translation>
    </message>
    <message>
        <source>等待批准</source>
        <translation>Waiting for approval</translation>
    </message>
    <message>
        <source>申请已在后台提交，口述指纹后批准</source>
        <translation>The request is out; approved after you read the fingerprint</translation>
    </message>
    <message>
        <source>保存 10 个恢复码</source>
        <translation>Save 10 recovery codes</translation>
    </message>
    <message>
        <source>只显示一次，打印或保存后勾选「我已保存」</source>
        <translation>Shown once; print or save, then tick &quot;I have saved them&quot;</translation>
    </message>
    <message>
        <source>设备私钥在本机生成，存于系统密钥库，不能导出。</source>
        <translation>The device key is made here, kept in the system key store, and can&apos;t be exported.</translation>
    </message>
    <message>
        <source>只有已批准的设备能登录。</source>
        <translation>Only approved devices can sign in.</translation>
    </message>
    <message>
        <source>设备遗失时可远程停用，账号不受影响。</source>
        <translation>A lost device can be disabled from afar; the account is not affected.</translation>
    </message>
    <message>
        <source>登记、批准、撤销都写入审计。</source>
        <translation>Enrolment, approval and revocation are audited.</translation>
    </message>
    <message>
        <source>登记完成前看不到任何投资者信息。</source>
        <translation>No investor data is shown before enrolment is complete.</translation>
    </message>
    <message>
        <source>开始</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>%1 / 3</source>
        <translation>%1 / 3</translation>
    </message>
    <message>
        <source>已批准</source>
        <translation>Approved</translation>
    </message>
    <message>
        <source>未批准</source>
        <translation>Not approved</translation>
    </message>
</context>
<context>
    <name>guardline::ui::Rail</name>
    <message>
        <source>%1，%2 项待处理</source>
        <translation>%1, %2 waiting</translation>
    </message>
</context>
<context>
    <name>guardline::ui::RecoveryStep</name>
    <message>
        <source>没有打印成（%1）。请换一台打印机，或改用保存。</source>
        <translation>Not printed (%1). Take another printer, or save to a file.</translation>
    </message>
    <message>
        <source>只显示这一次。纸和文件都是明文，谁拿到都能用：请放在只有您能打开的地方，不要拍照，不要发给别人。</source>
        <translation>Shown this once. Paper and file are plain text, and whoever has them can use them: keep them where only you can open, take no picture, send them to nobody.</translation>
    </message>
    <message>
        <source>已写入「%1」。文件没有加密，只有您的系统账号能读。</source>
        <translation>Written to &quot;%1&quot;. The file is not encrypted; only your system account can read it.</translation>
    </message>
    <message>
        <source>已送往打印机。请马上取走，纸上是明文。</source>
        <translation>Sent to the printer. Take the sheet at once: it is plain text.</translation>
    </message>
    <message>
        <source>第 3 步&#x3000;保存 10 个恢复码</source>
        <translation>Step 3: save 10 recovery codes</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>保存到文件</source>
        <translation>Save to a file</translation>
    </message>
    <message>
        <source>复制，60 秒后清除</source>
        <translation>Copy, cleared in 60 s</translation>
    </message>
    <message>
        <source>重新取恢复码</source>
        <translation>Fetch the codes again</translation>
    </message>
    <message>
        <source>我已保存</source>
        <translation>I have saved them</translation>
    </message>
    <message>
        <source>我已保存恢复码</source>
        <translation>I have saved the recovery codes</translation>
    </message>
    <message>
        <source>Guardline 守护台恢复码，每个只能用一次</source>
        <translation>Guardline recovery codes, each works once</translation>
    </message>
    <message>
        <source>账号 %1</source>
        <translation>Account %1</translation>
    </message>
    <message>
        <source>保存恢复码</source>
        <translation>Save recovery codes</translation>
    </message>
    <message>
        <source>文本文件 (*.txt)</source>
        <translation>Text files (*.txt)</translation>
    </message>
    <message>
        <source>文件没有写成（%1）。请换一个位置，或改用打印。</source>
        <translation>The file was not written (%1). Choose another place, or print.</translation>
    </message>
    <message>
        <source>恢复码 %1</source>
        <translation>Recovery code %1</translation>
    </message>
    <message>
        <source>恢复码之前已经显示过，不能再次显示。没有保存时，请在登录后请管理员重发。</source>
        <translation>The recovery codes were shown before and can&apos;t be shown again. If you did not save them, ask an administrator for new ones after signing in.</translation>
    </message>
    <message>
        <source>手机不在身边时，用一个恢复码代替动态码登录。每个只能用一次。</source>
        <translation>Without your phone, sign in with a recovery code in place of the 6 digits. Each works once.</translation>
    </message>
    <message>
        <source>完成</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>勾选「我已保存」后可以完成</source>
        <translation>Tick &quot;I have saved them&quot; to finish</translation>
    </message>
    <message>
        <source>正在取恢复码…</source>
        <translation>Fetching recovery codes…</translation>
    </message>
    <message>
        <source>没有取到恢复码</source>
        <translation>The recovery codes did not arrive</translation>
    </message>
</context>
<context>
    <name>guardline::ui::ShortcutsOverlay</name>
    <message>
        <source>快捷键</source>
        <translation>Shortcuts</translation>
    </message>
    <message>
        <source>本页在最前</source>
        <translation>this page first</translation>
    </message>
    <message>
        <source>输入动作或按键</source>
        <translation>Action or key</translation>
    </message>
    <message>
        <source>查找快捷键</source>
        <translation>Find a shortcut</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>快捷键一览</source>
        <translation>All shortcuts</translation>
    </message>
    <message>
        <source>没有符合的快捷键</source>
        <translation>No shortcut matches</translation>
    </message>
    <message>
        <source>打印</source>
        <translation>Print</translation>
    </message>
    <message>
        <source>打印快捷键</source>
        <translation>Print the keys</translation>
    </message>
    <message>
        <source>打开单键快捷键（在输入框内不起作用）</source>
        <translation>Single-letter keys on (they never act inside a field)</translation>
    </message>
    <message>
        <source>关闭后焦点回到原处</source>
        <translation>The focus goes back to where it was</translation>
    </message>
    <message>
        <source>Guardline 守护台 快捷键</source>
        <translation>Guardline 守护台: keys</translation>
    </message>
    <message>
        <source>已送往打印机</source>
        <translation>Sent to the printer</translation>
    </message>
    <message>
        <source>没有打印成。请换一台打印机再试。</source>
        <translation>Not printed. Please try another printer.</translation>
    </message>
    <message>
        <source>%1，适合当前所选</source>
        <translation>%1, fits what is chosen</translation>
    </message>
</context>
<context>
    <name>guardline::ui::SignInPage</name>
    <message>
        <source>已停止等待，没有登录。这次的动态码可能已用掉，请等下一个码再登录。</source>
        <translation>Waiting stopped; you are not signed in. This code may be used up: wait for the next one.</translation>
    </message>
    <message>
        <source>%1后可再试</source>
        <translation>Try again in %1</translation>
    </message>
    <message>
        <source>账号（工号或域账号）</source>
        <translation>Account (staff number or domain account)</translation>
    </message>
    <message>
        <source>账号</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>共用机不记住账号</source>
        <translation>Not remembered on a shared computer</translation>
    </message>
    <message>
        <source>密码</source>
        <translation>Password</translation>
    </message>
    <message>
        <source>大写锁定已打开</source>
        <translation>Caps Lock is on</translation>
    </message>
    <message>
        <source>可粘贴</source>
        <translation>Paste is allowed</translation>
    </message>
    <message>
        <source>恢复码（16 个字符，每个只能用一次）</source>
        <translation>Recovery code (16 characters, each works once)</translation>
    </message>
    <message>
        <source>身份验证器 6 位动态码</source>
        <translation>6-digit code of the authenticator</translation>
    </message>
    <message>
        <source>动态码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>恢复码</source>
        <translation>Recovery code</translation>
    </message>
    <message>
        <source>改用动态码</source>
        <translation>Use the 6-digit code</translation>
    </message>
    <message>
        <source>使用恢复码</source>
        <translation>Use a recovery code</translation>
    </message>
    <message>
        <source>用登记码登记本机</source>
        <translation>Enrol this computer</translation>
    </message>
    <message>
        <source>退出登录，换人使用</source>
        <translation>Sign out, someone else</translation>
    </message>
    <message>
        <source>登录时限 12 小时&#x3000;&#x3000;空闲 30 分钟自动退出&#x3000;&#x3000;离开 5 分钟自动锁定</source>
        <translation>Session limit 12 h    Signed out after 30 min idle    Locked after 5 min away</translation>
    </message>
    <message>
        <source>登录</source>
        <translation>Sign in</translation>
    </message>
    <message>
        <source>可粘贴
%1 秒后换码</source>
        <translation>Paste is allowed
New code in %1 s</translation>
    </message>
    <message>
        <source>已锁定</source>
        <translation>Locked</translation>
    </message>
    <message>
        <source>立即重试连接</source>
        <translation>Retry the connection now</translation>
    </message>
    <message>
        <source>本机已被停用</source>
        <translation>This computer was disabled</translation>
    </message>
    <message>
        <source>本机的登记还没有完成</source>
        <translation>This computer&apos;s enrolment is not complete</translation>
    </message>
    <message>
        <source>本机还没有登记</source>
        <translation>This computer is not enrolled yet</translation>
    </message>
    <message>
        <source>申请已提交，可以从中断的地方继续。</source>
        <translation>The request was sent; you can go on where you left.</translation>
    </message>
    <message>
        <source>第一次在这台电脑上使用前，须用管理员给您的登记码登记，约 4 分钟。</source>
        <translation>Before first use, enrol this computer with the code an administrator gives you. It takes about 4 minutes.</translation>
    </message>
    <message>
        <source>继续登记</source>
        <translation>Go on with enrolment</translation>
    </message>
    <message>
        <source>开始登记</source>
        <translation>Start enrolment</translation>
    </message>
    <message>
        <source>屏幕内容已收起，会话仍在。核对后回到原处。</source>
        <translation>The screen is put away; your session is kept. After the check you are back where you were.</translation>
    </message>
    <message>
        <source>三项一起核对；不通过时不说明是哪一项，以免被人试探。</source>
        <translation>All three are checked together; a failure never says which was wrong, so that nobody can probe.</translation>
    </message>
    <message>
        <source>解锁</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>正在验证，比平时久…</source>
        <translation>Checking, longer than usual…</translation>
    </message>
    <message>
        <source>正在验证…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>三项填全后可用</source>
        <translation>Fill in all three first</translation>
    </message>
    <message>
        <source>管理员停用了这台设备：密钥已经清除，本机副本不能再读，您的账号不受影响。要重新使用，请向管理员索取新的登记码。</source>
        <translation>An administrator ended the trust in this device: its keys are gone and its local copy can no longer be read. Your account is not affected. To use the device again, ask an administrator for a new enrolment code.</translation>
    </message>
    <message>
        <source>打开本机副本（只读）：租约已到期</source>
        <translation>Open the local copy (read only): the lease is over</translation>
    </message>
    <message>
        <source>打开本机副本（只读）：当前在线，请直接登录</source>
        <translation>Open the local copy (read only): online now, sign in</translation>
    </message>
    <message>
        <source>打开本机副本（只读）：须先联网登录</source>
        <translation>Open the local copy (read only): sign in online first</translation>
    </message>
    <message>
        <source>登录后断网时可以继续查阅；每次查阅都会在联网后写入审计。</source>
        <translation>After signing in it can be read through an outage; each look is written to the audit once the hub is back.</translation>
    </message>
</context>
<context>
    <name>guardline::ui::StackLegend</name>
    <message>
        <source>自下而上：%1</source>
        <translation>From below: %1</translation>
    </message>
    <message>
        <source>、</source>
        <translation>, </translation>
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
        <translation>%1, %2 in all: %3</translation>
    </message>
    <message>
        <source>，</source>
        <translation>, </translation>
    </message>
    <message>
        <source>没有数据</source>
        <translation>No data</translation>
    </message>
</context>
<context>
    <name>guardline::ui::StatusBar</name>
    <message>
        <source>快捷键</source>
        <translation>Shortcuts</translation>
    </message>
    <message>
        <source>快捷键一览</source>
        <translation>All shortcuts</translation>
    </message>
    <message>
        <source>状态栏</source>
        <translation>Status bar</translation>
    </message>
    <message>
        <source>最近事件 %1</source>
        <translation>Last event %1</translation>
    </message>
    <message>
        <source>还没有收到事件</source>
        <translation>No event yet</translation>
    </message>
    <message>
        <source>已锁定</source>
        <translation>Locked</translation>
    </message>
    <message>
        <source>未登录，看不到任何投资者信息</source>
        <translation>Not signed in; no investor data is shown</translation>
    </message>
    <message>
        <source>序号 %1</source>
        <translation>Seq. %1</translation>
    </message>
    <message>
        <source>设备 %1 已绑定</source>
        <translation>Device %1, bound</translation>
    </message>
    <message>
        <source>设备 %1 待批准</source>
        <translation>Device %1, awaiting approval</translation>
    </message>
    <message>
        <source>设备 %1 已停用</source>
        <translation>Device %1, disabled</translation>
    </message>
    <message>
        <source>设备未登记</source>
        <translation>Device not enrolled</translation>
    </message>
    <message>
        <source>版本 %1</source>
        <translation>Version %1</translation>
    </message>
    <message>
        <source>连接中断 %1，已重试 %2 次</source>
        <translation>No connection since %1, %2 retries</translation>
    </message>
    <message>
        <source>连接中断 %1</source>
        <translation>No connection since %1</translation>
    </message>
    <message numerus="yes">
        <source>本机待同步 %n</source>
        <translation>
            <numerusform>%n waiting here</numerusform>
            <numerusform>%n waiting here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guardline::ui::StepUpDialog</name>
    <message>
        <source>查看原因（必选，投资者可申请获知）</source>
        <translation>Reason (required; the investor may ask for it)</translation>
    </message>
    <message>
        <source>说明（必填，至少 6 个字）</source>
        <translation>Note (required, at least 6 characters)</translation>
    </message>
    <message>
        <source>说明（可不填，至少 6 个字）</source>
        <translation>Note (optional, at least 6 characters)</translation>
    </message>
    <message>
        <source>说明</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>如工单号、事由</source>
        <translation>Case number, matter</translation>
    </message>
    <message>
        <source>身份验证器 6 位动态码</source>
        <translation>6-digit code of the authenticator</translation>
    </message>
    <message>
        <source>动态码</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>可粘贴。同一动态码只能用一次，
倒计时结束后请输入新码。</source>
        <translation>May be pasted. Each code works once;
after the countdown enter the new one.</translation>
    </message>
    <message>
        <source>本次查看将写入审计：谁、何时、看了谁、原因、范围。</source>
        <translation>This look is recorded: who, when, at whom, why, what.</translation>
    </message>
    <message>
        <source>取消</source>
        <translation>Cancel</translation>
    </message>
    <message>
        <source>验证并打开</source>
        <translation>Verify and open</translation>
    </message>
    <message>
        <source>投资者</source>
        <translation>Investor</translation>
    </message>
    <message>
        <source>打开范围</source>
        <translation>Opens</translation>
    </message>
    <message>
        <source>有效期</source>
        <translation>Lasts</translation>
    </message>
    <message>
        <source>验证后 15 分钟，仅本次登录、仅此设备 %1</source>
        <translation>15 minutes, this session and this device (%1) only</translation>
    </message>
    <message>
        <source>还缺：查看原因（按 1–6）</source>
        <translation>Missing: reason (1–6)</translation>
    </message>
    <message>
        <source>还缺：说明，至少 6 个字</source>
        <translation>Missing: note, 6 characters</translation>
    </message>
    <message>
        <source>说明至少 6 个字，或清空</source>
        <translation>Note: 6 characters, or none</translation>
    </message>
    <message>
        <source>还缺：6 位动态码</source>
        <translation>Missing: 6-digit code</translation>
    </message>
    <message>
        <source>现在不能再试</source>
        <translation>No try now</translation>
    </message>
    <message>
        <source>还可尝试 %1 次</source>
        <translation>%1 tries left</translation>
    </message>
    <message>
        <source>正在验证…</source>
        <translation>Verifying…</translation>
    </message>
    <message>
        <source>已齐，按 Enter 验证</source>
        <translation>Complete: press Enter</translation>
    </message>
</context>
<context>
    <name>guardline::ui::StepView</name>
    <message>
        <source>已停止等待，中枢可能已经收到。登记码和动态码都只能用一次，再试被拒时请换新的。</source>
        <translation>Waiting stopped; the hub may have got it. Codes work once: if the next try is refused, take a new one.</translation>
    </message>
</context>
<context>
    <name>guardline::ui::TabStrip</name>
    <message numerus="yes">
        <source>%1，%n 条</source>
        <translation>
            <numerusform>%1, %n alert</numerusform>
            <numerusform>%1, %n alerts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>guardline::ui::TickerList</name>
    <message numerus="yes">
        <source>有 %n 条新事件</source>
        <translation>
            <numerusform>%n new event</numerusform>
            <numerusform>%n new events</numerusform>
        </translation>
    </message>
    <message>
        <source>还没有事件
发送和回执会显示在这里</source>
        <translation>No events yet
Messages and receipts will appear here</translation>
    </message>
</context>
<context>
    <name>guardline::ui::TimelineDelegate</name>
    <message>
        <source>演练</source>
        <translation>Drill</translation>
    </message>
    <message>
        <source>还没有投递</source>
        <translation>No delivery yet</translation>
    </message>
    <message>
        <source>%1，按规则跳过，不计为失败。</source>
        <translation>%1; skipped by rule, no failure.</translation>
    </message>
    <message>
        <source>待同步</source>
        <translation>Waiting</translation>
    </message>
    <message>
        <source>没有写小结。</source>
        <translation>No summary was written.</translation>
    </message>
</context>
<context>
    <name>guardline::ui::Toast</name>
    <message>
        <source>打开</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>打开这条告警</source>
        <translation>Open this alert</translation>
    </message>
    <message>
        <source>通知</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>打开通知中心</source>
        <translation>Open the notification centre</translation>
    </message>
    <message>
        <source>关闭</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>number, object</comment>
        <translation>%1 · %2</translation>
    </message>
    <message numerus="yes">
        <source>另有 %n 条</source>
        <translation>
            <numerusform>and %n other</numerusform>
            <numerusform>and %n others</numerusform>
        </translation>
    </message>
    <message>
        <source>%1告警：%2</source>
        <comment>severity, title</comment>
        <translation>%1 alert: %2</translation>
    </message>
    <message>
        <source>%1：%2</source>
        <comment>what is told, title</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>guardline::ui::TopBar</name>
    <message>
        <source>立即锁定</source>
        <translation>Lock now</translation>
    </message>
    <message>
        <source>外观与语言</source>
        <translation>Look and language</translation>
    </message>
    <message>
        <source>立即锁定（Ctrl+L）</source>
        <translation>Lock now (Ctrl+L)</translation>
    </message>
    <message>
        <source>手机号、邮箱、流水号、命令</source>
        <translation>Phone, e-mail, reference, command</translation>
    </message>
    <message>
        <source>全局搜索</source>
        <translation>Global search</translation>
    </message>
    <message>
        <source>全局搜索（Ctrl+K）</source>
        <translation>Global search (Ctrl+K)</translation>
    </message>
    <message>
        <source>%1，%2，打开我的登录</source>
        <translation>%1, %2, open my sign-in</translation>
    </message>
    <message>
        <source>我的登录</source>
        <translation>My sign-in</translation>
    </message>
</context>
<context>
    <name>guardline::ui::TotpStep</name>
    <message>
        <source>第 1 步&#x3000;绑定身份验证器</source>
        <translation>Step 1: bind an authenticator</translation>
    </message>
    <message>
        <source>二维码，内容与右侧密钥相同</source>
        <translation>QR code with the same secret as at the right</translation>
    </message>
    <message>
        <source>打开手机上的身份验证器，选择添加账户</source>
        <translation>Open the authenticator on your phone, add an account</translation>
    </message>
    <message>
        <source>在下方输入手机上显示的 6 位动态码</source>
        <translation>Enter the 6 digits the phone shows below</translation>
    </message>
    <message>
        <source>不能扫码？手工输入密钥</source>
        <translation>Can&apos;t scan? Type it in</translation>
    </message>
    <message>
        <source>复制，60 秒后清除</source>
        <translation>Copy, cleared in 60 s</translation>
    </message>
    <message>
        <source>复制密钥，60 秒后从剪贴板清除</source>
        <translation>Copy the secret; cleared from the clipboard in 60 s</translation>
    </message>
    <message>
        <source>重新取密钥</source>
        <translation>Fetch again</translation>
    </message>
    <message>
        <source>只含 A–Z 和 2–7，不分大小写</source>
        <translation>Only A–Z and 2–7, case does not matter</translation>
    </message>
    <message>
        <source>类型</source>
        <translation>Type</translation>
    </message>
    <message>
        <source>基于时间，30 秒，6 位</source>
        <translation>Time based, 30 s, 6 digits</translation>
    </message>
    <message>
        <source>时间</source>
        <translation>Time</translation>
    </message>
    <message>
        <source>手机上显示的 6 位动态码</source>
        <translation>6-digit code on the phone</translation>
    </message>
    <message>
        <source>动态码每 30 秒更换；刚换码时请等新码再输入。</source>
        <translation>The code changes every 30 s; near the change, wait for the new one.</translation>
    </message>
    <message>
        <source>密钥只在本步显示。离开本页后旧密钥作废，回来会换一个新的。</source>
        <translation>The secret is shown in this step only. Once you leave it is void; coming back makes a new one.</translation>
    </message>
    <message>
        <source>遇到问题</source>
        <translation>Trouble</translation>
    </message>
    <message>
        <source>扫不上</source>
        <translation>It won&apos;t scan</translation>
    </message>
    <message>
        <source>调高屏幕亮度，或手工输入密钥，结果相同。</source>
        <translation>Turn up the brightness, or type the secret in: same result.</translation>
    </message>
    <message>
        <source>动态码总不对</source>
        <translation>The code is always wrong</translation>
    </message>
    <message>
        <source>打开手机的自动校时，等下一个码再输入。</source>
        <translation>Turn on the phone&apos;s automatic time, wait for the next code.</translation>
    </message>
    <message>
        <source>换了手机</source>
        <translation>New phone</translation>
    </message>
    <message>
        <source>用恢复码登录，再请管理员重新发登记码。</source>
        <translation>Sign in with a recovery code, then ask for a new enrolment code.</translation>
    </message>
    <message>
        <source>正在取密钥…</source>
        <translation>Fetching the secret…</translation>
    </message>
    <message>
        <source>没有取到密钥</source>
        <translation>The secret did not arrive</translation>
    </message>
    <message>
        <source>扫描左侧二维码，确认显示「%1」</source>
        <translation>Scan the QR code; it should show &quot;%1&quot;</translation>
    </message>
    <message>
        <source>扫描左侧二维码</source>
        <translation>Scan the QR code</translation>
    </message>
    <message>
        <source>本机与中枢相差 %1 秒，无需校准</source>
        <translation>Off from the hub by %1 s, nothing to do</translation>
    </message>
    <message>
        <source>还没有与中枢核对时间</source>
        <translation>The clock is not checked with the hub yet</translation>
    </message>
    <message>
        <source>正在核对…</source>
        <translation>Checking…</translation>
    </message>
    <message>
        <source>核对并进入第 2 步</source>
        <translation>Check and go to step 2</translation>
    </message>
    <message>
        <source>密钥到了才能核对</source>
        <translation>The secret has to arrive first</translation>
    </message>
    <message>
        <source>%1 秒后可再试</source>
        <translation>Try again in %1 s</translation>
    </message>
    <message>
        <source>还差 %1 位动态码</source>
        <translation>%1 digits missing</translation>
    </message>
</context>
<context>
    <name>guardline::ui::WaitLine</name>
    <message>
        <source>不等了</source>
        <translation>Stop waiting</translation>
    </message>
    <message>
        <source>停止等待</source>
        <translation>Stop waiting</translation>
    </message>
    <message>
        <source>正在等待中枢</source>
        <translation>Waiting for the hub</translation>
    </message>
    <message>
        <source>中枢还没有回答，已等 %1。</source>
        <translation>No answer from the hub yet, waited %1.</translation>
    </message>
</context>
<context>
    <name>guardline::ui::WhyPanel</name>
    <message>
        <source>关闭原因说明</source>
        <translation>Close the explanation</translation>
    </message>
    <message>
        <source>重试</source>
        <translation>Try again</translation>
    </message>
    <message>
        <source>重新读取原因</source>
        <translation>Read the reason again</translation>
    </message>
    <message>
        <source>全部状态变更</source>
        <translation>All changes of state</translation>
    </message>
    <message>
        <source>选中一条记录，按 W 或 Enter 查看：发生了什么、意味着什么、下一步做什么。</source>
        <translation>Choose a record and press W or Enter: what happened, what it means, what to do.</translation>
    </message>
    <message>
        <source>内容开头</source>
        <translation>Beginning of the text</translation>
    </message>
    <message>
        <source>为什么</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>发生了什么</source>
        <translation>What happened</translation>
    </message>
    <message>
        <source>意味着什么</source>
        <translation>What it means</translation>
    </message>
    <message>
        <source>已替代送达</source>
        <translation>Delivered otherwise</translation>
    </message>
    <message>
        <source>下一步</source>
        <translation>What to do</translation>
    </message>
    <message numerus="yes">
        <source>全部状态变更 %n 项</source>
        <translation>
            <numerusform>%n change of state</numerusform>
            <numerusform>%n changes of state</numerusform>
        </translation>
    </message>
    <message>
        <source>得知于 %1</source>
        <translation>Learned at %1</translation>
    </message>
    <message>
        <source>通话小结</source>
        <translation>Call summary</translation>
    </message>
    <message>
        <source>备注</source>
        <translation>Note</translation>
    </message>
    <message>
        <source>全文</source>
        <translation>Full text</translation>
    </message>
    <message>
        <source>没有写小结。</source>
        <translation>No summary was written.</translation>
    </message>
</context>
<context>
    <name>time</name>
    <message>
        <source>北京时间 %1</source>
        <translation>Beijing time %1</translation>
    </message>
    <message>
        <source>%1 秒</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 分 %2 秒</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 小时 %2 分</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>今天 %1</source>
        <translation>today %1</translation>
    </message>
    <message>
        <source>昨天 %1</source>
        <translation>yesterday %1</translation>
    </message>
    <message>
        <source>%1 月 %2 日 %3</source>
        <comment>month, day, time</comment>
        <translation>%1/%2 %3</translation>
    </message>
</context>
</TS>
