package org.nde4j.core.solve.explicit;

/**
 * The 5(4) pair of Dormand and Prince: order 5, six evaluations a step, the last reused as the next first, with
 * Shampine's dense output of order 4 in Hairer's form.
 *
 * <p>J. R. Dormand, P. J. Prince, <em>A family of embedded Runge-Kutta formulae</em>, J. Comput. Appl. Math. 6 (1980),
 * doi:10.1016/0771-050X(80)90013-3. Dense output: E. Hairer, S. P. Nørsett, G. Wanner, <em>Solving Ordinary Differential
 * Equations I</em>, 2nd ed. 1993, section II.6.
 */
public final class Dopri5 extends ExplicitRungeKutta {
    private static final ContinuousExtension DENSE = new ContinuousExtension(4, new double[][] {
        {1, -2.8535800653862835, 3.0717434641059005, -1.1270175653862835},
        {},
        {0, 4.023133379230304, -6.249321565289, 2.675424484351598},
        {0, -3.7324019615885042, 10.068970589843675, -5.685526961588504},
        {0, 2.5548038301849423, -6.399112377351017, 3.5219323679207912},
        {0, -1.3744241142186024, 3.272657752246729, -1.7672812570757455},
        {0, 1.3824689317781438, -3.7649378635562876, 2.382468931778144}
    });
    private static final Tableau TABLEAU = new Tableau(
                    5,
                    new double[][] {
                        {},
                        {1.0 / 5},
                        {3.0 / 40, 9.0 / 40},
                        {44.0 / 45, -56.0 / 15, 32.0 / 9},
                        {19372.0 / 6561, -25360.0 / 2187, 64448.0 / 6561, -212.0 / 729},
                        {9017.0 / 3168, -355.0 / 33, 46732.0 / 5247, 49.0 / 176, -5103.0 / 18656}
                    },
                    new double[] {35.0 / 384, 0, 500.0 / 1113, 125.0 / 192, -2187.0 / 6784, 11.0 / 84},
                    new double[] {71.0 / 57600, 0, -71.0 / 16695, 71.0 / 1920, -17253.0 / 339200, 22.0 / 525, -1.0 / 40
                    })
            .with(DENSE);

    /** The method. */
    public Dopri5() {
        super(TABLEAU);
    }
}
