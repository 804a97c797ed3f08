package bad.work;

/** Bad sample: a name that says nothing. */
public class CaseHelper {}
