declare const dataType: unique symbol;
declare const variablesType: unique symbol;

/** One GraphQL operation with the types of its answer and its variables; made by `npm run codegen` from a `.graphql` file. */
export interface Operation<Data, Variables> {
  readonly name: string;
  readonly text: string;
  readonly [dataType]?: Data;
  readonly [variablesType]?: Variables;
}
