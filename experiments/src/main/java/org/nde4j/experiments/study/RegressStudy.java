package org.nde4j.experiments.study;

import org.nde4j.experiments.data.Table;

/** From a table to formulas for one of its columns, checked on rows that nobody fitted. */
final class RegressStudy implements Study<RegressSettings> {

    @Override
    public String name() {
        return "regress";
    }

    @Override
    public String summary() {
        return "find formulas for one column of a table from others";
    }

    @Override
    public Class<RegressSettings> configuration() {
        return RegressSettings.class;
    }

    @Override
    public boolean needsData() {
        return true;
    }

    @Override
    public void check(RegressSettings settings, Table table) {
        Sample.of(settings, table);
    }

    @Override
    public Conclusion run(RegressSettings settings, StudyContext context) {
        Sample sample = Sample.of(settings, context.table());
        sample.warnings().forEach(context.log());
        Regression found = Regression.run(settings, sample, context);
        RegressSheet sheet = new RegressSheet(found);
        sheet.write(context.folder());
        return sheet.conclusion();
    }
}
