package weightroom.data;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/** A formula as a tree; functions are {@link StrictMath}'s, whose bits are the same on every machine. */
sealed interface Expression {
    /** The value for one row of inputs. */
    double value(double[] inputs);

    /** A number as written. */
    record Constant(double number) implements Expression {
        @Override
        public double value(double[] inputs) {
            return number;
        }
    }

    /** One of the inputs, counted from 0. */
    record Input(int index) implements Expression {
        @Override
        public double value(double[] inputs) {
            return inputs[index];
        }
    }

    /** A function or a sign before its operand. */
    record Unary(DoubleUnaryOperator function, Expression operand) implements Expression {
        @Override
        public double value(double[] inputs) {
            return function.applyAsDouble(operand.value(inputs));
        }
    }

    /** An operator between its operands. */
    record Binary(DoubleBinaryOperator operator, Expression left, Expression right) implements Expression {
        @Override
        public double value(double[] inputs) {
            return operator.applyAsDouble(left.value(inputs), right.value(inputs));
        }
    }
}
